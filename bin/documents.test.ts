import assert from 'node:assert/strict';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { run } from './testing/run.ts';

const ROOT = dirname(import.meta.dirname);
const DOCUMENTS = globSync('{README.md,docs/*.md}', { cwd: ROOT });

/** The commands of the program that a document says are typed into a shell, each as its words; also those in the midst of a sentence. */
function commandsIn(document: string): string[][] {
  const found: string[][] = [];
  const blocks = [...document.matchAll(/^```sh\n([^]*?)^```/gm), ...document.matchAll(/`(npx rollcall [^`]+)`/g)];
  for (const [, block] of blocks) {
    for (const line of (block ?? '').replaceAll('\\\n', ' ').split('\n')) {
      for (const part of withoutComment(line).split(/&&|[|;>]/)) {
        const words = (part.match(/"[^"]*"|'[^']*'|[^\s"']+/g) ?? []).map((word) => word.replace(/^(["'])(.*)\1$/, '$2'));
        while (['sudo', 'npx'].includes(words[0] ?? '')) words.shift();
        // The rest of it is left to who types it.
        if (words[0] === 'rollcall' && words[1] !== '…') found.push(words.slice(1).filter((word) => word !== '…'));
      }
    }
  }
  return found;
}

function withoutComment(line: string): string {
  return line.replace(/(^|\s)#.*$/, '');
}

test('CL-14: every command that a document tells to type is one of the program, with options that it has', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-documents-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const passphrase = join(folder, 'passphrase');
  writeFileSync(passphrase, 'some words that nobody guesses\n');
  /** What a person writes for something of their own. */
  const written: Readonly<Record<string, string>> = {
    'https://…': 'https://photos.example.org',
    '/root/passphrase': passphrase,
  };
  const wrong: string[] = [];
  let count = 0;
  for (const document of DOCUMENTS) {
    for (const words of commandsIn(readFileSync(join(ROOT, document), 'utf8'))) {
      const args = words.map((word) => written[word] ?? word);
      count += 1;
      let ran = await run(args);
      // A person is asked on a terminal, which there is none of here.
      if (ran.code === 2 && ran.err.includes('--password-stdin')) ran = await run([...args, '--password-stdin'], 'a long password\n');
      if (ran.code !== 0 || ran.calls.length !== 1) wrong.push(`${document}: rollcall ${args.join(' ')}\n${ran.err}`);
    }
  }
  assert.ok(count > 100, `only ${count} commands were found`);
  assert.deepEqual(wrong, []);
});
