import { World } from './src/run/world.ts';
import { planOf } from './src/run/plan.ts';
import { run } from './src/run/run.ts';
let w: World;
const t = World.prototype.tell;
World.prototype.tell = function (x) {
  w = this;
  return t.call(this, x);
};
const { MemoryDeviceStore } = await import('./src/device/memory-store.ts');
const name = process.argv[3]!;
for (const m of ['patchFile', 'addFile', 'dropFile'] as const) {
  const o = MemoryDeviceStore.prototype[m] as any;
  (MemoryDeviceStore.prototype as any)[m] = function (...a: any[]) {
    const f = typeof a[0] === 'number' ? this.file(a[0])?.path : a[0].path;
    if (w && f?.includes(name)) w.tell(`   ${m} ${f} ${JSON.stringify(a[1] ?? a[0]).slice(0, 220)}`);
    return o.apply(this, a);
  };
}
const nt = MemoryDeviceStore.prototype.setNote;
MemoryDeviceStore.prototype.setNote = function (k, v) {
  if (w && ['parted', 'looked', 'run', 'run-next'].includes(k)) w.tell(`   note ${k} ${v}`);
  return nt.call(this, k, v);
};
const o = run(planOf(process.argv[2]!), { story: true });
console.log(o.story.slice(-Number(process.argv[4] ?? 40)).join('\n'));
console.log(o.violation);
