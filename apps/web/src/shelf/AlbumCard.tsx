import { say } from '@rollcall/protocol';
import { Link } from '@tanstack/react-router';
import type { DragEvent } from 'react';
import { Icon } from '../parts/Icon.tsx';
import { Cover } from '../albums/Cover.tsx';
import type { Shown } from './shown.ts';

interface CardProps {
  readonly shown: Shown;
  readonly onMove: () => void;
  /** Where what is dragged would go: into this one, or beside it; null: it is not over this one. */
  readonly drop: 'into' | 'before' | 'after' | null;
  readonly onDragStart: (event: DragEvent) => void;
  readonly onDragOver: (event: DragEvent<HTMLElement>) => void;
  readonly onDragEnd: () => void;
  readonly onDrop: (event: DragEvent) => void;
}

/** An album among others: what stands for it, its title and how much is in it. */
export function AlbumCard({ shown: { album, covers, words }, onMove, drop, ...dragging }: CardProps) {
  const folder = album.kind === 'folder';
  return (
    <li className={`album-card${drop === null ? '' : ` drop-${drop}`}`} draggable data-album={album.id} {...dragging}>
      <Link to="/albums/$albumId" params={{ albumId: album.id }} className="album-link" draggable={false}>
        {folder ? (
          <span className="cover folder-cover">
            {covers.map((item) => (
              <Cover key={item.id} item={item} />
            ))}
            {covers.length === 0 && <Icon name="folder" size={40} />}
          </span>
        ) : (
          <Cover item={covers[0] ?? null} />
        )}
        <strong>
          {folder && <Icon name="folder" size={16} />}
          {album.kind === 'smart' && <Icon name="smart" size={16} />}
          {album.title}
        </strong>
        <span className="quiet">{words}</span>
      </Link>
      <button
        type="button"
        className="icon-button small album-more"
        aria-label={say('Move “{title}”', { title: album.title })}
        title={say('Move')}
        onClick={onMove}
      >
        <Icon name="more" size={18} />
      </button>
    </li>
  );
}
