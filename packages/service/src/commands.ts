import type { Manager, Service, ServiceKind } from './service.ts';
import type { ManagerName } from './systemd.ts';

export const EXIT = { ok: 0, internal: 1, usage: 2, needsYou: 3, retry: 5 } as const;

/** Whose file is written to the terminal. */
export type PrintFor = 'systemd' | 'launchd' | 'windows';

export interface InstallOptions extends Omit<Service, 'program'> {
  /** The file that runs now, and the Node.js that runs it. */
  readonly main: string;
  readonly runtime: string;
  /** Null: the system's for root, else that of the user. */
  readonly manager: ManagerName | null;
  /** As whom the system's manager runs it; null: as whom its folder belongs to. */
  readonly as: string | null;
  /** Null: it is installed. */
  readonly print: PrintFor | null;
}

export interface WhichOptions {
  readonly kind: ServiceKind;
  readonly name: string | null;
  /** Null: wherever it is. */
  readonly manager: ManagerName | null;
}

export type Owner =
  | { readonly ok: true; readonly manager: Manager }
  | { readonly ok: false; readonly words: string; readonly usage: boolean };
