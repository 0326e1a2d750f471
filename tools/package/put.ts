import { chmodSync, copyFileSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from '../house.ts';
import { filesOf } from './contents.ts';
import { glibcFor, isNative } from './native.ts';
import { noticeOf, type Credit } from './notice.ts';
import { fetchPart } from './fetch-part.ts';
import { putLibraries } from './libraries.ts';
import { partsFor, wishesFor, type Lockfile, type Part } from './parts.ts';
import type { Platform } from './platform.ts';
import { APART, putProgram } from './program.ts';
import { listFiles } from './seal.ts';

const PAGE = join('apps', 'web', 'dist');
/** What the page looks for beside itself; the rest of `docs` is for who changes Rollcall. */
const DOCUMENTS = [
  'README.md',
  'ARCHITECTURE.md',
  'SPEC.md',
  'SECURITY.md',
  'CONTRIBUTING.md',
  'LICENSE',
  'docs/*.md',
  'docs/{decisions,pictures}/*',
];
/** Of these the program reads who and which version it is. */
const NAMED = ['bin', 'apps/agent', 'apps/server'];

export interface Put {
  /** The version of glibc that it asks for at least. */
  readonly glibc: string;
  /** Whether the libraries of the compiler came along, for machines that have nothing but glibc. */
  readonly libraries: boolean;
}

/** Puts everything that runs into an empty folder. The page is built already. */
export async function putFolder(to: string, platform: Platform): Promise<Put> {
  const taken = await putProgram(to);
  const lock = (JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as { packages: Lockfile }).packages;
  const fetched = mkdtempSync(join(tmpdir(), 'rollcall-parts-'));
  try {
    const folderOf = (part: Part): string => {
      const installed = join(ROOT, part.path);
      return existsSync(installed) ? installed : fetchPart(part, fetched);
    };
    const runtime = partsFor(lock, [{ from: '', name: `node-${platform.name}` }], platform)[0] as Part;
    const beside = partsFor(lock, wishesFor(lock, APART), platform);
    for (const part of beside) copyPart(to, part, folderOf(part), platform);
    copy(join(folderOf(runtime), 'bin', 'node'), join(to, 'runtime', 'node'));
    copy(join(folderOf(runtime), 'LICENSE'), join(to, 'runtime', 'LICENSE'));
    putPage(to);
    putDocuments(to);
    const libraries = putLibraries(to, platform);
    const credits = [
      ...[runtime, ...beside].map((part) => ({
        ...part,
        folder: folderOf(part),
        where: part === runtime ? 'in runtime/' : 'in node_modules/',
      })),
      ...creditsOf(taken, lock),
      ...creditsOfPage(lock, platform),
      ...libraries,
    ];
    writeFileSync(join(to, 'NOTICE'), noticeOf(credits));
    const glibc = glibcOf(to);
    putStart(to, platform, glibc);
    return { glibc, libraries: libraries.length > 0 };
  } finally {
    rmSync(fetched, { recursive: true });
  }
}

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}

function copyPart(to: string, part: Part, folder: string, platform: Platform): void {
  for (const path of filesOf(folder, part, platform)) copy(join(folder, path), join(to, part.path, path));
}

function putPage(to: string): void {
  const files = globSync('**/*', { cwd: join(ROOT, PAGE), withFileTypes: true }).filter((each) => each.isFile());
  if (files.length === 0) throw new Error('the page was not built');
  for (const file of files) {
    const path = join(file.parentPath, file.name);
    copy(path, join(to, path.slice(ROOT.length)));
  }
}

function putDocuments(to: string): void {
  for (const path of globSync(DOCUMENTS, { cwd: ROOT })) copy(join(ROOT, path), join(to, path));
  for (const room of NAMED) {
    const { name, version, license } = JSON.parse(readFileSync(join(ROOT, room, 'package.json'), 'utf8')) as Record<string, string>;
    mkdirSync(join(to, room), { recursive: true });
    writeFileSync(join(to, room, 'package.json'), `${JSON.stringify({ name, version, license, type: 'module' }, null, 2)}\n`);
  }
}

/** What went into the program, by the folders that its modules lay in. */
function creditsOf(taken: ReadonlySet<string>, lock: Lockfile): readonly Credit[] {
  const places = [...taken].map((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0].slice(ROOT.length + 1) ?? '');
  return [...new Set(places)].map((path) => {
    const { version = '', license = 'not told' } = lock[path] ?? {};
    return { name: path.replace(/^.*node_modules\//, ''), version, license, folder: join(ROOT, path), where: 'in program/' };
  });
}

/** What the page is made of beside our own; what it shares with the program is named there. */
function creditsOfPage(lock: Lockfile, platform: Platform): readonly Credit[] {
  const wishes = Object.keys(lock['apps/web']?.dependencies ?? {})
    .filter((name) => !name.startsWith('@rollcall/'))
    .map((name) => ({ from: 'apps/web', name }));
  return partsFor(lock, wishes, platform).map((part) => ({ ...part, folder: join(ROOT, part.path), where: 'in apps/web/' }));
}

function glibcOf(to: string): string {
  const native = listFiles(to).filter((path) => isNative(path) && !path.startsWith('lib/'));
  const needed = glibcFor(native.map((path) => join(to, path)));
  if (needed === null) throw new Error('no compiled part asks for glibc, so that none was looked at');
  return needed.join('.');
}

function putStart(to: string, platform: Platform, glibc: string): void {
  const most = listFiles(to).filter(
    (path) => isNative(path) && !path.startsWith('lib/') && glibcFor([join(to, path)])?.join('.') === glibc,
  )[0];
  const told: Readonly<Record<string, string>> = {
    '@MACHINE@': platform.machine,
    '@PLATFORM@': platform.name,
    '@LOADER@': platform.loader,
    '@GLIBC@': glibc,
    '@MOST@': most ?? '',
  };
  const text = readFileSync(join(ROOT, 'packaging', 'folder', 'rollcall'), 'utf8');
  const start = join(to, 'bin', 'rollcall');
  writeFileSync(
    start,
    text.replaceAll(/@[A-Z]+@/g, (name) => told[name] ?? name),
  );
  chmodSync(start, 0o755);
}
