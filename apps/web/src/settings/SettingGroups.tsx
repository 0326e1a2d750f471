import type { SettingName } from '@rollcall/core';
import type { ReactNode } from 'react';
import { GROUPS } from './controls.ts';

/** All settings, by what they are about. */
export function SettingGroups({ line }: { readonly line: (name: SettingName) => ReactNode }) {
  return GROUPS.map(({ title, names }) => (
    <section key={title} className="card" aria-label={title}>
      <h2>{title}</h2>
      {names.map((name) => line(name))}
    </section>
  ));
}
