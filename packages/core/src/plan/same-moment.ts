/** Whether two dates name one second on one clock: what one of them says more finely than the other, part of the second or zone, contradicts nothing. */
export function sameMoment(a: string, b: string): boolean {
  const [first, second] = [finely(a), finely(b)];
  const differ = <T>(x: T | null, y: T | null): boolean => x !== null && y !== null && x !== y;
  return first.second === second.second && !differ(first.part, second.part) && !differ(first.zone, second.zone);
}

function finely(capturedAt: string): { second: string; part: number | null; zone: string | null } {
  const [, second = '', part, zone] = /^(.*?)(\.\d+)?(Z|[+-]\d{2}:\d{2})?$/.exec(capturedAt) ?? [];
  return { second, part: part === undefined ? null : Number(part), zone: zone === undefined ? null : zone.replace('Z', '+00:00') };
}
