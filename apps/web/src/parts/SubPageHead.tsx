import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';

/** The head of a page that belongs to another one: the way back, its title, and what is said below. */
export function SubPageHead({
  back,
  title,
  children,
}: {
  readonly back: { readonly to: NonNullable<LinkProps['to']>; readonly label: string };
  readonly title: string;
  readonly children?: ReactNode;
}) {
  return (
    <header className="page-head">
      <div>
        <Link to={back.to} className="back-link">
          <Icon name="back" size={18} /> {back.label}
        </Link>
        <h1>{title}</h1>
        {children}
      </div>
    </header>
  );
}
