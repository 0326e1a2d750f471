import { relative } from 'node:path';
import { rolldown, type OutputChunk, type Plugin } from 'rolldown';

export interface Bundle {
  /** Of the file that is made, without its ending. */
  readonly name: string;
  readonly source: string;
  /** Where it is written. */
  readonly folder: string;
  /** The folder of the house in which it is to lie, where that is another one. */
  readonly place?: string;
  readonly inOne: boolean;
  /** What others wrote and is loaded from its own files. */
  readonly isApart: (id: string) => boolean;
  readonly plugins?: readonly Plugin[];
}

/** Puts a program of ours into few files. Nothing is made shorter or renamed. Throws what the bundler throws. */
export async function bundle(wish: Bundle): Promise<readonly OutputChunk[]> {
  const { name, source, folder, place = folder, inOne, isApart, plugins = [] } = wish;
  const built = await rolldown({
    input: { [name]: source },
    platform: 'node',
    external: isApart,
    plugins: [
      { name: 'server-beside', resolveId: (id) => (id === '@rollcall/server' ? { id: './server.js', external: true } : null) },
      ...plugins,
      { name: 'own-address', transform: (code, id) => ownAddress(code, id, place) },
    ],
  });
  const { output } = await built.write({ dir: folder, format: 'esm', chunkFileNames: '[name]-[hash].js', codeSplitting: !inOne });
  await built.close();
  return output.filter((each) => each.type === 'chunk');
}

/** What others wrote is named; what is ours is `@rollcall/…`, a package's own name for a file of its own, or has a path. */
export const isOthers = (id: string): boolean => !/^[./#]/.test(id) && !id.startsWith('@rollcall/');
export const isOneOf = (names: readonly string[], id: string): boolean => names.some((name) => id === name || id.startsWith(`${name}/`));

/** A module that looks for something beside it finds it where its source is, wherever the whole house lies. */
function ownAddress(code: string, id: string, folder: string): string | null {
  if (!id.startsWith('/') || !code.includes('import.meta.url')) return null;
  const way = relative(folder, id);
  return code.replaceAll('import.meta.url', `new URL(${JSON.stringify(way)}, import.meta.url).href`);
}
