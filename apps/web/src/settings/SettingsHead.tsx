import type { ReactNode } from 'react';
import { SubPageHead } from '../parts/SubPageHead.tsx';
import { useTitle } from '../parts/useTitle.ts';

/** The head of a page of settings, which belongs to *Sync health*. */
export function SettingsHead({ whose, children }: { readonly whose: string; readonly children?: ReactNode }) {
  const title = `Settings of ${whose}`;
  useTitle(title);
  return (
    <SubPageHead back={{ to: '/health', label: 'Sync health' }} title={title}>
      {children}
    </SubPageHead>
  );
}
