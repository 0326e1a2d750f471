/**
 * Whether what is sent to this address can be read on its way: plain http to another machine. An address that cannot be read is
 * taken for one that can.
 */
export function isOpenToOthers(address: string): boolean {
  if (/^https:\/\//i.test(address)) return false;
  return !/^http:\/\/(localhost|([a-z0-9-]+\.)+localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])(:\d+)?(\/|$)/i.test(address);
}

/** Why that is refused, and what to do. */
export function openToOthers(address: string): string {
  return `${address} is not encrypted, and not on this machine. Use https://, or --insecure if you know that nobody listens.`;
}
