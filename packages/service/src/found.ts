import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Host } from './host.ts';
import { readMarks, type Marks } from './marks.ts';
import { unitName, type Service } from './service.ts';
import type { ManagerName } from './systemd.ts';

/** A unit of Rollcall's that is installed. */
export interface Installed extends Marks {
  readonly manager: ManagerName;
  readonly unit: string;
  readonly file: string;
  readonly text: string;
}

export const MANAGERS = ['user', 'system'] as const;

export function fileOf(host: Host, manager: ManagerName, unit: string): string {
  return join(host.units[manager], unit);
}

/** By its name; `foreign`: there is a unit of that name, which is not of Rollcall's making. */
export function findByName(
  host: Host,
  managers: readonly ManagerName[],
  which: Pick<Service, 'kind' | 'name'>,
): Installed | 'foreign' | null {
  const unit = unitName(which);
  for (const manager of managers) {
    const file = fileOf(host, manager, unit);
    if (!existsSync(file)) continue;
    return read(manager, unit, file) ?? 'foreign';
  }
  return null;
}

/** By what it serves: the state folder of a device, or the data folder of a server. */
export function findByFolder(host: Host, kind: Service['kind'], folder: string): Installed | null {
  for (const manager of MANAGERS) {
    const units = existsSync(host.units[manager]) ? readdirSync(host.units[manager]) : [];
    for (const unit of units.filter((each) => each.startsWith(`rollcall-${kind}`) && each.endsWith('.service'))) {
      const found = read(manager, unit, fileOf(host, manager, unit));
      if (found?.kind === kind && found.of === folder) return found;
    }
  }
  return null;
}

function read(manager: ManagerName, unit: string, file: string): Installed | null {
  const text = readFileSync(file, 'utf8');
  const marks = readMarks(text);
  return marks === null ? null : { ...marks, manager, unit, file, text };
}
