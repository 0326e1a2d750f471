/** Below these a service that is shut in sees only what it is given. */
const TEMPORARY = ['/tmp', '/var/tmp'];
const HOMES = ['/home', '/root', '/run/user'];

export const isBelow = (path: string, folder: string): boolean => path === folder || path.startsWith(folder === '/' ? '/' : `${folder}/`);
export const isTemporary = (path: string): boolean => TEMPORARY.some((folder) => isBelow(path, folder));
export const isOfHome = (path: string): boolean => HOMES.some((folder) => isBelow(path, folder));

/** Without what lies in another of them, and each once. */
export function outermost(paths: readonly string[]): string[] {
  const each = [...new Set(paths)];
  return each.filter((path) => !each.some((other) => other !== path && isBelow(path, other)));
}
