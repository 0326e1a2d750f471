import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { checkDependencies, type Violation } from './rules.ts';

/** A small house in which all is right. */
const SOUND: Readonly<Record<string, string>> = {
  'package.json': '{ "name": "root", "devDependencies": { "fast-check": "1" } }',
  'docs/dependencies.md':
    '# Dependencies\n\n- `zod`: parsing.\n- `fastify`, `@fastify/static`: the web.\n- `fast-check`: tests.\n- `vite`: builds.\n- `react`: draws.\n',
  'packages/protocol/package.json':
    '{ "name": "@rollcall/protocol", "exports": { ".": "./src/index.ts" }, "dependencies": { "zod": "1" } }',
  'packages/protocol/src/index.ts':
    "import { z } from 'zod';\nexport const Name = z.string();\nexport async function call(send: () => Promise<string>): Promise<string> { return await send(); }\n",
  'packages/core/package.json':
    '{ "name": "@rollcall/core", "exports": { ".": "./src/index.ts" }, "dependencies": { "@rollcall/protocol": "*" } }',
  'packages/core/src/index.ts': "export { plan } from './plan/plan.ts';\nexport type { Name } from '@rollcall/protocol';\n",
  'packages/core/src/plan/plan.ts':
    'interface Link { readonly process: number; fetch(): void }\nexport function plan(document: Link, now: Date): number {\n  const { process: performance } = document;\n  document.fetch();\n  return performance + new Date(now).getTime() + Math.max(1, 2);\n}\n',
  'packages/core/src/plan/plan.test.ts':
    "import { readFileSync } from 'node:fs';\nimport fc from 'fast-check';\nexport const x = [readFileSync, fc, Date.now()];\n",
  'apps/server/package.json':
    '{ "name": "@rollcall/server", "exports": { ".": "./src/index.ts" }, "dependencies": { "@rollcall/core": "*", "@rollcall/protocol": "*", "fastify": "1", "@fastify/static": "1" } }',
  'apps/server/src/index.ts':
    "import { readFile } from 'node:fs/promises';\nimport serve from '@fastify/static';\nimport '@rollcall/core';\nimport { rows } from './store/rows.ts';\nexport default [readFile, serve, rows];\n",
  'apps/server/src/store/rows.ts': "export const rows = await import('fastify');\n",
  'apps/web/package.json':
    '{ "name": "@rollcall/web", "dependencies": { "@rollcall/core": "*", "react": "1" }, "devDependencies": { "vite": "1" } }',
  'apps/web/src/page.tsx':
    "import './page.css';\nimport { plan } from '@rollcall/core';\nimport worker from './worker.ts?worker&url';\nexport const Page = () => <p>{plan}{worker}</p>;\n",
  'apps/web/vite.config.ts': "import vite from 'vite';\nexport default vite;\n",
  'bin/package.json': '{ "name": "rollcall", "dependencies": { "@rollcall/server": "*" } }',
  'bin/main.ts': "await import('@rollcall/server');\n",
};

function check(planted: Readonly<Record<string, string>> = {}): Violation[] {
  const root = mkdtempSync(join(tmpdir(), 'rollcall-house-'));
  try {
    for (const [path, text] of Object.entries({ ...SOUND, ...planted })) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return checkDependencies(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** Exactly one violation: of this rule, at this place. */
function caught(planted: Readonly<Record<string, string>>, rule: Violation['rule'], where: string): void {
  const found = check(planted).map((violation) => `${violation.rule} ${violation.where}`);
  assert.deepEqual(found, [`${rule} ${where}`]);
}

test('DE-1: a house in which all is right has no violation', () => {
  assert.deepEqual(check(), []);
});

test('DE-2: an import that goes up, or from app to app, is caught, however it is written', () => {
  const manifest =
    '{ "name": "@rollcall/protocol", "exports": { ".": "./src/index.ts" }, "dependencies": { "zod": "1", "@rollcall/core": "*" } }';
  const ways = [
    "import '@rollcall/core';",
    "import type { A } from '@rollcall/core';",
    "export * from '@rollcall/core';",
    "export { a } from '@rollcall/core';",
    "type A = import('@rollcall/core').A;",
    "void import('@rollcall/core');",
  ];
  for (const way of ways)
    caught(
      { 'packages/protocol/package.json': manifest, 'packages/protocol/src/up.ts': `\n${way}\n` },
      'arrow',
      'packages/protocol/src/up.ts:2',
    );
  const web =
    '{ "name": "@rollcall/web", "dependencies": { "@rollcall/core": "*", "@rollcall/server": "*", "react": "1" }, "devDependencies": { "vite": "1" } }';
  caught({ 'apps/web/package.json': web, 'apps/web/src/app.ts': "import '@rollcall/server';" }, 'arrow', 'apps/web/src/app.ts:1');
  caught({ 'apps/web/package.json': web, 'apps/web/src/app.test.ts': "import '@rollcall/server';" }, 'arrow', 'apps/web/src/app.test.ts:1');
});

test('DE-3: a relative import that leaves its package is caught', () => {
  caught({ 'apps/server/src/out.ts': "import '../../../packages/core/src/index.ts';" }, 'own-folder', 'apps/server/src/out.ts:1');
  caught(
    { 'apps/server/src/out.ts': "new Worker(new URL('../../web/src/worker.ts', import.meta.url));" },
    'own-folder',
    'apps/server/src/out.ts:1',
  );
  caught({ 'apps/server/src/out.ts': "import '/srv/x.ts';" }, 'own-folder', 'apps/server/src/out.ts:1');
  caught({ 'packages/core/src/out.test.ts': "import '../../protocol/src/index.ts';" }, 'own-folder', 'packages/core/src/out.test.ts:1');
  // A name of its own leads where its manifest says, and nowhere where that does not know it.
  const manifest = '{ "name": "rollcall", "imports": { "#here": "./here.ts" }, "dependencies": { "@rollcall/server": "*" } }';
  assert.deepEqual(check({ 'bin/package.json': manifest, 'bin/out.ts': "import '#here';" }), []);
  caught({ 'apps/server/src/out.ts': "import '#here';" }, 'own-folder', 'apps/server/src/out.ts:1');
});

test('DE-4: core and protocol that mention time, chance, network, process or Node are caught', () => {
  const worldly = [
    "import 'node:fs';",
    "import type { Stats } from 'fs';",
    'export const a = Date.now();',
    'export const a = new Date();',
    'export const a = Math.random();',
    "void fetch('x');",
    'setTimeout(() => 1, 1);',
    'export const a = process.env;',
    'export const a = globalThis;',
    'export const a = { fetch };',
    'export const a = Buffer.from([]);',
  ];
  for (const line of worldly)
    for (const room of ['core', 'protocol'])
      assert.deepEqual(
        [...new Set(check({ [`packages/${room}/src/world.ts`]: line }).map((v) => `${v.rule} ${v.where}`))],
        [`pure packages/${room}/src/world.ts:1`],
        line,
      );
});

test('DE-5: anything asynchronous in core is caught', () => {
  for (const line of [
    'export async function a() {}',
    'export const a = async () => 1;',
    'export const a = Promise.resolve(1);',
    'export type A = Promise<string>;',
    'export const a = { async b() {} };',
    'await 1;',
  ])
    assert.ok(
      check({ 'packages/core/src/late.ts': line }).every((v) => v.rule === 'synchronous' && v.where === 'packages/core/src/late.ts:1'),
      line,
    );
  caught({ 'packages/core/src/late.ts': 'export async function a() {}' }, 'synchronous', 'packages/core/src/late.ts:1');
});

test('DE-6: a dependency that the package does not declare is caught; tests and build settings may use development’s', () => {
  caught({ 'apps/server/src/more.ts': "import 'zod/v4';" }, 'declared', 'apps/server/src/more.ts:1');
  caught({ 'apps/server/src/more.ts': "import '@fastify/cookie';" }, 'declared', 'apps/server/src/more.ts:1');
  caught({ 'apps/server/src/more.ts': "import 'fast-check';" }, 'declared', 'apps/server/src/more.ts:1');
  caught({ 'apps/web/src/more.ts': "import 'vite';" }, 'declared', 'apps/web/src/more.ts:1');
  caught({ 'apps/web/src/more.ts': "import '@rollcall/protocol';" }, 'declared', 'apps/web/src/more.ts:1');
});

test('DE-7: another package is used only through what it exports', () => {
  caught({ 'apps/server/src/deep.ts': "import '@rollcall/core/src/plan/plan.ts';" }, 'surface', 'apps/server/src/deep.ts:1');
});

test('DE-8: a dependency without its line in docs/dependencies.md is caught, and a line without its dependency', () => {
  caught(
    { 'docs/dependencies.md': SOUND['docs/dependencies.md']?.replace('- `zod`: parsing.\n', '') ?? '' },
    'documented',
    'docs/dependencies.md',
  );
  caught({ 'docs/dependencies.md': `${SOUND['docs/dependencies.md']}- \`left-pad\`: pads.\n` }, 'documented', 'docs/dependencies.md');
});

test('DE-9: folders of one package that import each other in a circle are caught, also through a third', () => {
  const planted = {
    'apps/server/src/a/one.ts': "import '../b/two.ts';",
    'apps/server/src/b/two.ts': "import type { C } from '../c/three.ts';",
    'apps/server/src/c/three.ts': "export * from '../a/other.ts';",
    'apps/server/src/a/other.ts': 'export {};',
  };
  caught(planted, 'cycle', 'apps/server');
  const shared = {
    'apps/server/src/a/one.ts': "import type { All } from '../all.ts';",
    'apps/server/src/all.ts': "import type { One } from './a/one.ts';",
  };
  assert.deepEqual(check(shared), []);
  caught(
    { ...shared, 'apps/server/src/a/one.ts': "import '../all.ts';", 'apps/server/src/all.ts': "export * from './a/one.ts';" },
    'cycle',
    'apps/server',
  );
});
