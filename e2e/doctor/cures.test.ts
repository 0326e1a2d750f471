import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REASON_CODES, tellReason, type Evidence } from '@rollcall/protocol';
import { rollcall } from '../support/program.ts';

/** What a person does in the world, where no command can. */
const ACTS =
  /\b(?:Connect|Open|Set the clock|Use a better link|Check|Raise the body limit|Update|Make the disk writable|Give it a name|Move what|Shorten|Ask the owner|Rename|Put|Free up|See that the address)\b/;

test('DR-42: every cure ends with a command that there is, or with what a person can do in the world, or says that nothing needs doing', async () => {
  const kinds: Evidence[] = [
    {},
    { error: 'EIO' },
    { error: 'its name is no valid text: rename it' },
    { error: 'too many folders within folders' },
  ];
  const more: Evidence[] = [
    { error: 'EROFS' },
    { whole: true, needed: 'read', path: '/photos' },
    { home: '/state' },
    { account: 'a', folderAccount: 'b' },
    { forgotten: true },
    { rule: 'another disk is mounted there; link it by itself' },
    { where: 'server' },
    { trashed: 0 },
    { trashed: 2, trashedBytes: 5 },
    { error: 'HTTP 404' },
  ];
  const cures = REASON_CODES.flatMap((code) =>
    [...kinds, ...more].map((evidence) => [code, tellReason({ code, since: 1, evidence }).cure] as const),
  );
  const named = new Set<string>();
  for (const [topic, cure] of cures) {
    const commands = [...cure.matchAll(/\brollcall ([a-z][a-z-]*(?: [a-z][a-z-]*)?)/g)].map(([, words = '']) => words);
    const told =
      commands.length > 0 ||
      /\bchmod\b/.test(cure) ||
      ACTS.test(cure) ||
      cure.startsWith('Nothing to do') ||
      /goes on by itself|sent again by itself/.test(cure);
    assert.ok(told, `${topic}: ${cure}`);
    assert.match(cure, /\.$/, topic);
    for (const words of commands) named.add(words);
  }
  for (const words of named) {
    const { code, err } = await rollcall([...words.split(' '), '--help']);
    assert.equal(code, 0, `rollcall ${words}: ${err}`);
  }
  assert.ok(named.size > 10);
});
