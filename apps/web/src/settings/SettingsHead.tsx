import { say } from '@rollcall/protocol';
import type { ReactNode } from 'react';
import { SubPageHead } from '../parts/SubPageHead.tsx';
import { useTitle } from '../parts/useTitle.ts';

/** The head of a page of settings, which belongs to *Sync health*. */
export function SettingsHead({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  useTitle(title);
  return (
    <SubPageHead back={{ to: '/health', label: say('Sync health') }} title={title}>
      {children}
    </SubPageHead>
  );
}
