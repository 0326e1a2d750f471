import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { ROOT, typeScriptProjects } from './house.ts';
import { programOf, run } from './run.ts';
import { checkedTogether, writeAsOne } from './types.ts';

const NODE = { extends: '../base.json', compilerOptions: { lib: ['ES2024'], types: ['node'] }, include: ['*.ts'] };
const PURE = { ...NODE, compilerOptions: { types: [], lib: ['ES2024'] } };
/** Six rooms: two that know nothing of Node, one of them without its tests; three that do; one that knows a page as well. */
const HOUSE: Readonly<Record<string, object>> = {
  'a/tsconfig.json': PURE,
  'b/tsconfig.json': { ...PURE, exclude: ['**/*.test.ts'] },
  'c/tsconfig.json': NODE,
  'd/tsconfig.json': { ...NODE, compilerOptions: { types: ['node'], lib: ['ES2024'] } },
  'e/tsconfig.json': { ...NODE, compilerOptions: { ...NODE.compilerOptions, lib: ['ES2024', 'DOM'] } },
  'f/tsconfig.json': { ...PURE, exclude: ['**/*.testing.ts'] },
};

function house(texts: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'rollcall-types-'));
  const base = { compilerOptions: { strict: true, noEmit: true, module: 'NodeNext', target: 'ES2024', skipLibCheck: true } };
  const settings = Object.entries({ 'base.json': base, ...HOUSE }).map(([path, said]) => [path, JSON.stringify(said)] as const);
  for (const [path, text] of [...settings, ...Object.entries(texts)]) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

test('TY-1: rooms are checked as one that follow the same rules, and each project is checked', () => {
  const root = house({});
  try {
    assert.deepEqual(checkedTogether(root, Object.keys(HOUSE)), [
      ['a/tsconfig.json'],
      ['b/tsconfig.json', 'f/tsconfig.json'],
      ['c/tsconfig.json', 'd/tsconfig.json'],
      ['e/tsconfig.json'],
    ]);
    const projects = typeScriptProjects(ROOT);
    assert.deepEqual(checkedTogether(ROOT, projects).flat().toSorted(), projects.toSorted());
  } finally {
    rmSync(root, { recursive: true });
  }
});

test('TY-2: what is wrong in one of the rooms is found; what a room leaves out is left out of that room, and of no other', async () => {
  const wrong = (name: string): string => `export const ${name}: number = '${name}';\n`;
  const root = house({
    'b/wrong.ts': wrong('one'),
    'b/left.test.ts': wrong('two'),
    'b/kept.testing.ts': wrong('three'),
    'f/kept.test.ts': wrong('four'),
    'f/left.testing.ts': wrong('five'),
    // What only Node has.
    'f/node.ts': 'export const six = process.pid;\n',
  });
  try {
    const path = join(root, 'cache', 'both.json');
    writeAsOne(root, ['b/tsconfig.json', 'f/tsconfig.json'], path);
    const { output } = await run(process.execPath, [programOf('typescript', 'tsc'), '-p', path, '--noEmit'], { keep: true, cwd: root });
    const found = [...output.matchAll(/^(\S+?)[(:].*(TS\d+)/gm)].map(([, file, code]) => `${file} ${code}`);
    assert.deepEqual(found.toSorted(), ['b/kept.testing.ts TS2322', 'b/wrong.ts TS2322', 'f/kept.test.ts TS2322', 'f/node.ts TS2591']);
  } finally {
    rmSync(root, { recursive: true });
  }
});
