import type { StoppedUntil } from '@rollcall/importers';
import { EXIT } from './io.ts';

/** What a person, or a script, is told by the exit code of an import, or an export, that stopped. */
export const EXIT_UNTIL = {
  person: EXIT.needsYou,
  settings: EXIT.held,
  retry: EXIT.retry,
} as const satisfies Record<StoppedUntil, number>;
