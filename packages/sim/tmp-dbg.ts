import { planOf } from './src/run/plan.ts';
import { World } from './src/run/world.ts';
import { run } from './src/run/run.ts';
const seed = process.argv[2]!;
let w: World;
const t = World.prototype.tell;
World.prototype.tell = function (x) {
  w = this;
  return t.call(this, x);
};
const { MemoryDeviceStore } = await import('./src/device/memory-store.ts');
const pf = MemoryDeviceStore.prototype.patchFile;
let lines: string[] = [];
if (process.argv[3])
  MemoryDeviceStore.prototype.patchFile = function (k, p) {
    if (k === Number(process.argv[3]) && w?.devices[Number(process.argv[4])]?.store === this)
      lines.push(((w.timeline.now - Date.UTC(2026, 10, 27)) / 1000).toFixed(2) + ' ' + JSON.stringify(p));
    return pf.call(this, k, p);
  };
const o = run(planOf(seed), { story: false });
console.log(o.violation);
for (const d of w!.devices) {
  console.log('==', d.name, d.identity.deviceId.slice(-4));
  for (const f of d.store.files())
    console.log(
      '  row',
      f.key,
      f.path,
      f.hash?.slice(0, 16),
      'base',
      f.baseHash?.slice(0, 16),
      f.assetId?.slice(-6),
      f.missingSince !== null ? 'MISSING' : '',
      f.gone ? 'GONE' : '',
      f.held ? 'HELD' : '',
      f.trouble?.code,
      JSON.stringify(f.trouble?.evidence ?? null),
      f.excluded,
      'q',
      d.store
        .queuedFor(f.assetId ?? '')
        .map((q) => q.name)
        .join(),
      'unread',
      d.store.unread(),
      d.store.unsettled(),
      f.stamp,
    );
  for (const f of d.disk.files()) console.log('  disk', f.path, f.bytes.hash.slice(0, 16), f.bytes.length, f.mtime, f.ctime, f.ino);
  for (const r of d.store.remotes())
    console.log(
      '  remote',
      r.asset.id.slice(-6),
      r.asset.fileName,
      r.asset.state,
      r.resources.map((x) => x.role + ':' + x.hash.slice(0, 8) + (x.removed ? '-' : '')).join(' '),
      d.agent
        ?.reasons(('a:' + r.asset.id) as never)
        .map((x) => x.code)
        .join(),
    );
}
console.log(lines.slice(-12).join('\n'));
