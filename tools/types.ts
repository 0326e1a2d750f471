import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** What the rooms say in their `tsconfig.json`. */
interface Settings {
  readonly extends: string;
  readonly compilerOptions: Readonly<Record<string, unknown>>;
  readonly include: readonly string[];
  readonly exclude?: readonly string[];
}

/**
 * The projects in groups of which each can be checked as one. One by one the lowest rooms are checked over and over, since whoever imports
 * them brings them along. What tells rooms apart, as whether they may know Node or a page, keeps them apart here as well; and what leaves its
 * tests out is not put together with what brings them in.
 */
export function checkedTogether(root: string, projects: readonly string[]): string[][] {
  const groups = Map.groupBy(projects, (project) => {
    const { extends: base, compilerOptions, exclude = [] } = settingsOf(root, project);
    return JSON.stringify([join(dirname(project), base), Object.entries(compilerOptions).toSorted(byName), exclude.length > 0]);
  });
  return [...groups.values()];
}

/** Writes a project down that is all of these, which may be checked together. */
export function writeAsOne(root: string, projects: readonly string[], path: string): void {
  const all = projects.map((project) => ({ project, settings: settingsOf(root, project) }));
  const [first] = all;
  if (!first) throw new Error('no project to check');
  const from = (project: string, name: string): string => relative(dirname(path), join(root, dirname(project), name));
  const one: Settings = {
    extends: from(first.project, first.settings.extends),
    compilerOptions: first.settings.compilerOptions,
    include: all.flatMap(({ project, settings }) => settings.include.map((name) => from(project, name))),
    // Of each room what that room leaves out.
    exclude: all.flatMap(({ project, settings }) => (settings.exclude ?? []).map((name) => from(project, name))),
  };
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(one, null, 2));
}

function settingsOf(root: string, project: string): Settings {
  return JSON.parse(readFileSync(join(root, project), 'utf8')) as Settings;
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
