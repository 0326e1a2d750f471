import { say, type Album } from '@rollcall/protocol';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { pathOf } from '../folders/tree.ts';
import { useLibrary } from '../library/live.ts';
import { Icon } from '../parts/Icon.tsx';
import { SubPageHead } from '../parts/SubPageHead.tsx';

interface HeadProps {
  readonly title: string;
  /** The album that is shown: the folders around it lead back. */
  readonly within?: Album;
  readonly children?: ReactNode;
}

/** The head of a page that is reached from the page of albums. */
export function AlbumsSubHead({ title, within, children }: HeadProps) {
  const { shelf } = useLibrary().replica;
  const path = within ? pathOf(shelf, within) : [];
  if (path.length > 0)
    return (
      <header className="page-head">
        <div>
          <nav aria-label={say('Folders around it')} className="crumbs">
            <Link to="/albums" className="back-link">
              <Icon name="back" size={18} /> {say('Albums')}
            </Link>
            {path.map((folder) => (
              <Link key={folder.id} to="/albums/$albumId" params={{ albumId: folder.id }} className="back-link">
                {folder.title}
              </Link>
            ))}
          </nav>
          <h1>{title}</h1>
          {children}
        </div>
      </header>
    );
  return (
    <SubPageHead back={{ to: '/albums', label: say('Albums') }} title={title}>
      {children}
    </SubPageHead>
  );
}
