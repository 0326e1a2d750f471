import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The repository's root. */
export const ROOT = join(import.meta.dirname, '..');

/** What each room may import of the others: arrows go down only, and no app imports an app. */
export const ARROWS: Readonly<Record<string, readonly string[]>> = {
  'packages/protocol': [],
  'packages/core': ['packages/protocol'],
  'packages/transfer': ['packages/protocol'],
  'packages/media': ['packages/protocol'],
  'packages/sqlite': [],
  'packages/service': ['packages/core', 'packages/protocol'],
  'packages/sim': ['packages/core', 'packages/transfer', 'packages/protocol'],
  'packages/importers': ['packages/core', 'packages/media', 'packages/protocol'],
  'apps/server': ['packages/core', 'packages/media', 'packages/sqlite', 'packages/transfer', 'packages/protocol'],
  'apps/agent': [
    'packages/core',
    'packages/importers',
    'packages/media',
    'packages/service',
    'packages/sqlite',
    'packages/transfer',
    'packages/protocol',
  ],
  'apps/web': ['packages/core', 'packages/importers', 'packages/media', 'packages/transfer', 'packages/protocol'],
  bin: ['apps/server', 'apps/agent', 'packages/service', 'packages/protocol'],
};

/** Rooms without any world around them: no clock, no chance, no input or output. */
export const PURE_ROOMS: readonly string[] = ['packages/protocol', 'packages/core', 'packages/sim'];
/** Rooms where everything happens at once. */
export const SYNCHRONOUS_ROOMS: readonly string[] = ['packages/core', 'packages/sim'];

/** Rooms with TypeScript of their own, in the order in which they build on each other. */
export const PROJECTS: readonly string[] = [...Object.keys(ARROWS), 'tools', 'e2e', 'bench'];

export function typeScriptProjects(root: string): string[] {
  const projects = PROJECTS.map((room) => join(room, 'tsconfig.json')).filter((path) => existsSync(join(root, path)));
  return [...projects, 'tsconfig.tests.json'];
}
