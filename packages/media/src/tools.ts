import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

/** What pictures are made with besides this code: a program of the system, and two libraries that are installed with it. */
export const MEDIA_TOOLS = ['ffmpeg', 'heic', 'pictures'] as const;
export type MediaTool = (typeof MEDIA_TOOLS)[number];

const LIBRARIES = { heic: 'libheif-js/wasm-bundle', pictures: 'sharp' } as const;

/**
 * Which of them are not here. Only looks, and loads nothing: one that is here and broken shows when it is used.
 * @param path folders of programs, as in `PATH`
 * @param from a file or its URL: libraries are looked for as from there
 */
export function missingTools(path: string, from: string | URL = import.meta.url): readonly MediaTool[] {
  const { resolve } = createRequire(from);
  return MEDIA_TOOLS.filter((tool) => (tool === 'ffmpeg' ? !hasProgram(path, tool) : !resolves(resolve, LIBRARIES[tool])));
}

function hasProgram(path: string, name: string): boolean {
  const names = process.platform === 'win32' ? [`${name}.exe`, `${name}.cmd`] : [name];
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  return folders.some((folder) => names.some((each) => executable(join(folder, each))));
}

function executable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function resolves(resolve: NodeJS.RequireResolve, name: string): boolean {
  try {
    resolve(name);
    return true;
  } catch {
    return false;
  }
}

/** A library that is not installed, or not for this system, and no file that could not be read by it. */
export function isNotInstalled(error: unknown): boolean {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND' || message.startsWith('Could not load the "sharp" module');
}
