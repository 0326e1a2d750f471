import { say, spokenTag } from '@rollcall/protocol';
import { escaped } from '../page-text.ts';
import { proofLists, proofSums, type ProofList } from './lists.ts';
import type { Proof } from './proof.ts';
import { filesWords } from './counted.ts';
import { proofLines } from './lines.ts';
import { originWords } from './words.ts';

/** Of a list so many stand on the page; JSON has all. */
const SHOWN = 500;

const STYLE = `
:root { color-scheme: light dark; --ink: #1b1b1f; --soft: #5c5f66; --paper: #fbfbfd; --card: #ffffff; --line: #dfe1e6; --good: #1a7f4b; --bad: #a4470b; }
@media (prefers-color-scheme: dark) { :root { --ink: #ececf1; --soft: #a3a6ad; --paper: #141417; --card: #1d1d21; --line: #34353b; --good: #5cc98d; --bad: #f0a36b; } }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
main { max-width: 56rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { font-size: 1.6rem; margin: 0 0 0.25rem; }
h2 { font-size: 1.1rem; margin: 2rem 0 0.5rem; }
p { margin: 0.25rem 0; }
.soft { color: var(--soft); }
.sums { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: 0.75rem; margin: 1.25rem 0; padding: 0; list-style: none; }
.sums li { background: var(--card); border: 1px solid var(--line); border-radius: 0.75rem; padding: 0.75rem 1rem; }
.sums b { display: block; font-size: 1.5rem; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.lines { margin: 0; padding: 0; list-style: none; }
.lines li { padding: 0.4rem 0 0.4rem 1.75rem; border-bottom: 1px solid var(--line); position: relative; }
.lines li::before { content: '✓'; position: absolute; left: 0.25rem; color: var(--good); font-weight: 700; }
.lines li.bad::before { content: '!'; color: var(--bad); }
details { background: var(--card); border: 1px solid var(--line); border-radius: 0.75rem; margin: 0.5rem 0; padding: 0.6rem 1rem; }
summary { cursor: pointer; font-weight: 600; }
code { font: 0.85rem/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
details ul { margin: 0.5rem 0 0; padding: 0 0 0 1rem; }
table { border-collapse: collapse; width: 100%; }
td { border-bottom: 1px solid var(--line); padding: 0.35rem 0.5rem 0.35rem 0; vertical-align: top; overflow-wrap: anywhere; }
`;

/** A proof as one page that needs nothing else, to be kept. */
export function proofPage(proof: Proof): string {
  const title = escaped(proof.dryRun ? say('What an import would bring') : say('What was imported'));
  const lists = proofLists(proof);
  const body = [
    `<h1>${title}</h1>`,
    `<p class="soft">Rollcall, ${escaped(proof.endedAt.slice(0, 16).replace('T', ' '))} UTC</p>`,
    `<ul class="sums">${proofSums(proof)
      .map(({ sum, words }) => `<li><b>${escaped(sum)}</b>${escaped(words)}</li>`)
      .join('')}</ul>`,
    `<ul class="lines">${proofLines(proof)
      .map(({ words, bad }) => `<li${bad ? ' class="bad"' : ''}>${escaped(words)}</li>`)
      .join('')}</ul>`,
    `<h2>${escaped(say('Where it came from'))}</h2>`,
    `<table>${proof.sources.map(({ name, origin, files }) => `<tr><td><code>${escaped(name)}</code></td><td>${escaped(originWords(origin))}</td><td>${escaped(filesWords(files))}</td></tr>`).join('')}</table>`,
    ...(lists.length > 0 ? [`<h2>${escaped(say('Not matched, or left out, and why'))}</h2>`] : []),
    ...lists.map(folded),
  ];
  const language = spokenTag().slice(0, 2);
  return `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${title} – Rollcall</title><style>${STYLE}</style></head><body><main>${body.join('\n')}</main></body></html>\n`;
}

function folded({ title, items }: ProofList): string {
  const shown = items
    .slice(0, SHOWN)
    .map(
      ({ path, more }) =>
        `<li><code>${escaped(path)}</code>${more === undefined ? '' : ` <span class="soft">${escaped(more)}</span>`}</li>`,
    );
  const rest = items.length > SHOWN ? `<li class="soft">${escaped(say('and {count} more', { count: items.length - SHOWN }))}</li>` : '';
  return `<details><summary>${escaped(title)}</summary><ul>${shown.join('')}${rest}</ul></details>`;
}
