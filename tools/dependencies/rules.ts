import { existsSync, globSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { ARROWS, PROJECTS, PURE_ROOMS, SYNCHRONOUS_ROOMS } from '../house.ts';
import { findCycles } from './cycles.ts';
import { readSource, type Import, type Source } from './sources.ts';

export type Rule = 'arrow' | 'own-folder' | 'pure' | 'synchronous' | 'declared' | 'documented' | 'cycle' | 'surface';
export interface Violation {
  readonly rule: Rule;
  /** `path:line`, below the root. */
  readonly where: string;
  readonly words: string;
}

interface Manifest {
  readonly name: string;
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly imports?: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
interface Room {
  readonly path: string;
  readonly manifest: Manifest;
}
interface House {
  readonly root: string;
  readonly rooms: readonly Room[];
  /** Of the root's own manifest: what tests and tools of all rooms may use. */
  readonly shared: ReadonlySet<string>;
}

/** What a room without a world may not mention. */
const WORLDLY = new Set(
  'fetch setTimeout setInterval setImmediate clearTimeout clearInterval queueMicrotask requestAnimationFrame process Buffer globalThis global window self document navigator localStorage indexedDB performance crypto console WebSocket XMLHttpRequest Worker require __dirname __filename Date.now Math.random'.split(
    ' ',
  ),
).add('new Date()');

const DOCUMENT = 'docs/dependencies.md';
/** Tests, the contract suites that they run, and what is there only for them. */
const isTest = (path: string): boolean => /\.(test|contract|testing)\.tsx?$|\/contract\.ts$|\/testing\//.test(path);
/** Settings of a build tool: they run while building, not in the room. */
const isConfig = (path: string): boolean => path.endsWith('.config.ts');

/** Everything in the tree below `root` that breaks the rules of the house about who may know whom. */
export function checkDependencies(root: string): Violation[] {
  const house = readHouse(root);
  const found = house.rooms.flatMap((room) => checkRoom(house, room));
  return [...found, ...checkDocument(house)];
}

function readHouse(root: string): House {
  const manifest = (path: string): Manifest => JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8')) as Manifest;
  const rooms = PROJECTS.filter((path) => existsSync(join(root, path, 'package.json'))).map((path) => ({ path, manifest: manifest(path) }));
  return { root, rooms, shared: new Set(named(manifest('.'))) };
}

function named(manifest: Manifest, dev = true): string[] {
  return Object.keys({ ...manifest.dependencies, ...(dev ? manifest.devDependencies : {}), ...manifest.optionalDependencies });
}

function checkRoom(house: House, room: Room): Violation[] {
  const files = globSync(`${room.path}/**/*.{ts,tsx}`, {
    cwd: house.root,
    exclude: (path) => /(^|\/)(node_modules|dist)(\/|$)/.test(path),
  }).sort();
  const sources = new Map(files.map((path) => [path, readSource(path, readFileSync(join(house.root, path), 'utf8'))]));
  const found = [...sources].flatMap(([path, source]) => [
    ...source.imports.flatMap((one) => checkImport(house, room, path, one)),
    ...checkWorld(room, path, source),
  ]);
  return [...found, ...checkCycles(room, sources)];
}

function checkImport(house: House, room: Room, path: string, { specifier: raw, line }: Import): Violation[] {
  const specifier = raw.replace(/\?.*$/, '');
  const where = `${path}:${line}`;
  const say = (rule: Rule, words: string): Violation[] => [{ rule, where, words }];
  if (specifier.startsWith('/')) return say('own-folder', `${raw} is a path of one machine`);
  if (specifier.startsWith('.')) {
    const target = normalize(join(dirname(path), specifier));
    const free = !(room.path in ARROWS);
    return free || target.startsWith(`${room.path}/`)
      ? []
      : say('own-folder', `${raw} leaves ${room.path}; import the other package by its name`);
  }
  // A name of the room itself, which its manifest leads to a file of its own.
  if (specifier.startsWith('#'))
    return specifier in (room.manifest.imports ?? {}) ? [] : say('own-folder', `${raw} is not in the imports of ${room.path}/package.json`);
  const pure = PURE_ROOMS.includes(room.path) && !isTest(path);
  if (isBuiltin(specifier)) return pure ? say('pure', `${room.path} knows no ${specifier}: let it come in as an argument`) : [];
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  const other = house.rooms.find(({ manifest }) => manifest.name === name);
  const declared = isDeclared(house, room, path, name)
    ? []
    : say('declared', `${name} is not in the dependencies of ${room.path}/package.json`);
  if (!other || other === room) return declared;
  const allowed = ARROWS[room.path];
  const arrow = !allowed || allowed.includes(other.path) ? [] : say('arrow', `${room.path} may not import ${other.path}`);
  const inside = `.${specifier.slice(name.length)}`;
  const surface =
    inside === '.' || inside in (other.manifest.exports ?? {})
      ? []
      : say('surface', `${specifier} is not something that ${other.path} exports`);
  return [...arrow, ...declared, ...surface];
}

function isDeclared({ shared }: House, room: Room, path: string, name: string): boolean {
  const beside = isTest(path) || isConfig(path) || !(room.path in ARROWS);
  return named(room.manifest, beside).includes(name) || (beside && shared.has(name)) || name === room.manifest.name;
}

function checkWorld(room: Room, path: string, source: Source): Violation[] {
  if (isTest(path)) return [];
  const worldly = PURE_ROOMS.includes(room.path) ? source.globals.filter(({ name }) => WORLDLY.has(name)) : [];
  const waits = SYNCHRONOUS_ROOMS.includes(room.path)
    ? [...source.asynchronous, ...source.globals.filter(({ name }) => name === 'Promise' || name.startsWith('Promise.'))]
    : [];
  return [
    ...worldly.map(({ name, line }) => ({
      rule: 'pure' as const,
      where: `${path}:${line}`,
      words: `${room.path} knows no ${name}: let it come in as an argument`,
    })),
    ...waits.map(({ name, line }) => ({
      rule: 'synchronous' as const,
      where: `${path}:${line}`,
      words: `${name}: nothing waits in ${room.path}`,
    })),
  ];
}

/**
 * Between folders of one room. A file directly in the room's source folder stands for itself; types alone that go
 * from or to such a file (what all folders share, what is put together of all folders) make no circle.
 */
function checkCycles(room: Room, sources: ReadonlyMap<string, Source>): Violation[] {
  const base = [...sources.keys()].some((path) => path.startsWith(`${room.path}/src/`)) ? `${room.path}/src` : room.path;
  const placeOf = (path: string): string => (dirname(path) === base ? path : dirname(path));
  const edges = new Map<string, Set<string>>();
  const examples = new Map<string, string>();
  for (const [path, source] of sources) {
    if (isTest(path)) continue;
    const from = placeOf(path);
    for (const { specifier, line, typeOnly } of source.imports) {
      const target = normalize(join(dirname(path), specifier));
      const to = placeOf(target);
      if (!specifier.startsWith('.') || !sources.has(target) || to === from) continue;
      if (typeOnly && (from === path || to === target)) continue;
      edges.set(from, (edges.get(from) ?? new Set()).add(to));
      examples.set(`${from} ${to}`, `${path}:${line}`);
    }
  }
  const ofFolders = findCycles(edges).filter((places) => places.some((place) => !/\.tsx?$/.test(place)));
  return ofFolders.map((places) => {
    const ways = places.flatMap((from) => places.flatMap((to) => examples.get(`${from} ${to}`) ?? []));
    return { rule: 'cycle', where: room.path, words: `these import each other in a circle: ${places.join(', ')} (${ways.join(', ')})` };
  });
}

/** Each dependency that is not ours has its line, and no line stands without its dependency. */
function checkDocument({ root, rooms, shared }: House): Violation[] {
  const path = join(root, DOCUMENT);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const told = new Set(
    [...text.matchAll(/^- (`[^`]+`(?:, `[^`]+`)*)/gm)].flatMap((match) =>
      [...(match[1] ?? '').matchAll(/`([^`]+)`/g)].map((name) => name[1] ?? ''),
    ),
  );
  const ours = new Set(rooms.map(({ manifest }) => manifest.name));
  const used = new Set([...shared, ...rooms.flatMap(({ manifest }) => named(manifest))].filter((name) => !ours.has(name)));
  const missing = [...used].filter((name) => !told.has(name)).map((name) => `${name} has no line: what for, and why this one`);
  const stale = [...told].filter((name) => !used.has(name)).map((name) => `${name} has a line, and nothing depends on it`);
  return [...missing, ...stale].sort().map((words) => ({ rule: 'documented', where: DOCUMENT, words }));
}
