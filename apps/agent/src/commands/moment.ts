/** `2026-05-03 14:26 UTC`. */
export function moment(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** `2026-05-03`. */
export function day(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
