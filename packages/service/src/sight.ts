import { existsSync, realpathSync } from 'node:fs';
import type { ServiceFact } from '@rollcall/core';
import { findByFolder } from './found.ts';
import { thisHost, type Host } from './host.ts';
import type { ServiceKind } from './service.ts';
import { reach, standingOf } from './systemd.ts';

/** The service that looks after a folder; `none`: there is none. In words why it cannot be seen. */
export type SeenService = { readonly is: ServiceFact | 'none'; readonly since: number | null } | { readonly unseen: string };

export function seeService(kind: ServiceKind, folder: string, host: Host = thisHost()): SeenService {
  if (host.platform !== 'linux') return { unseen: 'Rollcall cannot ask this system for its services' };
  if (host.init !== 'systemd') return { unseen: 'this machine is not run by systemd' };
  const found = findByFolder(host, kind, existsSync(folder) ? realpathSync(folder) : folder);
  if (found === null) return { is: 'none', since: null };
  const reached = reach(host, found.manager);
  if (!reached.ok) return { unseen: 'the manager of services does not answer here' };
  const standing = standingOf(host, found.manager, found.unit);
  if (standing === null) return { unseen: 'the manager of services does not know it' };
  const { run, atBoot, restarts, last, since } = standing;
  return { is: { unit: found.unit, manager: found.manager, run, atBoot, restarts, last }, since };
}
