import { SERVICE_KINDS, type Service, type ServiceKind } from './service.ts';

/** What a unit of Rollcall's tells of itself, in a section that systemd leaves alone. */
export interface Marks extends Pick<Service, 'kind' | 'name' | 'of'> {
  readonly kind: ServiceKind;
}

const SECTION = '[X-Rollcall]';
const LINE = /^Made=(\{.*\})$/m;

export function marksLines({ kind, name, of }: Marks): string[] {
  return [SECTION, `Made=${JSON.stringify({ kind, name, of } satisfies Marks)}`];
}

/** Null: the unit is not of Rollcall's making. */
export function readMarks(unit: string): Marks | null {
  const text = unit.includes(SECTION) ? LINE.exec(unit)?.[1] : undefined;
  if (text === undefined) return null;
  try {
    const { kind, name, of } = JSON.parse(text) as Partial<Marks>;
    const known = SERVICE_KINDS.find((each) => each === kind);
    return known === undefined || typeof of !== 'string' ? null : { kind: known, name: typeof name === 'string' ? name : null, of };
  } catch {
    return null;
  }
}
