import { Witness } from './src/run/witness.ts';
import { World } from './src/run/world.ts';
import { planOf } from './src/run/plan.ts';
import { run } from './src/run/run.ts';
let w: World;
const t = World.prototype.tell;
World.prototype.tell = function (x) {
  w = this;
  return t.call(this, x);
};
const j = Witness.prototype.judge;
Witness.prototype.judge = function (n) {
  const r = j.call(this, n);
  if (r) for (const [h, c] of this.captured) if (c.fate === 'kept' && this.copies(h) <= 0) console.log('gone', h, c);
  return r;
};
let last: string[] = [];
const v = World.prototype.violate;
World.prototype.violate = function (a, b) {
  console.log(a, b, (this.timeline.now - Date.UTC(2026, 10, 27)) / 1000);
  for (const row of this.cloud.tables.index(this.libraries[0]!).rows)
    if (row.entity.type === 'asset' || row.entity.type === 'resource')
      console.log(
        '  cloud',
        row.seq,
        row.entity.type,
        row.entity.id.slice(-6),
        (row.entity as any).hash?.slice(0, 16),
        (row.entity as any).role,
        (row.entity as any).state,
        (row.entity as any).removed,
        (row.entity as any).rendering,
      );
  return v.call(this, a, b);
};
const o = run(planOf(process.argv[2]!), { story: true, trace: true });
console.log(o.story.slice(-Number(process.argv[3] ?? 30)).join('\n'));
