import { planOf, run } from '@rollcall/sim';
const [, , first = '1', count = '100', story, only] = process.argv;
let steps = 0;
const t = performance.now();
const fails: Record<string, string[]> = {};
for (let i = Number(first); i < Number(first) + Number(count); i++) {
  const o = run(planOf(String(i)), { story: story === 'story', trace: only === 'trace' });
  steps += o.steps;
  if (story) {
    console.log(o.story.join('\n'));
    console.log(o.steps, o.hash);
  }
  if (o.violation) {
    (fails[o.violation.invariant] ??= []).push(`${i}: ${o.violation.words.slice(0, story ? 5000 : 300)}`);
  }
}
const s = (performance.now() - t) / 1000;
for (const [k, v] of Object.entries(fails)) {
  console.log(k, v.length);
  for (const each of v.slice(0, 8)) console.log('   ', each);
}
console.log(JSON.stringify({ runs: count, steps, s, perMin: (Number(count) / s) * 60, stepsPerRun: steps / Number(count) }));
