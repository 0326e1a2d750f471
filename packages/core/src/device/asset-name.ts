import { FileName, LIMITS } from '@rollcall/protocol';

/** A file's name as its asset's: the same, but for what no other system could hold in a name. */
export function assetName(name: string): string {
  if (FileName.safeParse(name).success) return name;
  // oxlint-disable-next-line no-control-regex -- they are what is taken out
  const plain = name.replace(/[\\/\u0000-\u001f\u007f]/g, '_').slice(0, LIMITS.fileName * 4);
  return FileName.safeParse(plain).success ? plain : '_';
}
