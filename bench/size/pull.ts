import { createInterface } from 'node:readline';
import { openDevice } from '../../apps/agent/src/device.ts';
import { Courier } from '../../apps/agent/src/engine/courier.ts';
import { Settlement } from '../../apps/agent/src/work/settle.ts';

// A device that does nothing but hear what the server says, as its agent does it: `pull.ts HOME`. For each line of standing input it
// pulls until it is at the head and says in how many seconds, on one line.

const device = openDevice(process.argv[2] ?? '');
if (!device) throw new Error('no device there');
const failed = (error: unknown): never => {
  process.stderr.write(`${error instanceof Error ? error.stack : JSON.stringify(error)}\n`);
  process.exit(1);
};
const { store, connection } = device;
const courier = new Courier(
  store,
  new Settlement(store),
  connection,
  { touched: () => undefined, refused: failed, broke: failed, reached: () => undefined },
  Date.now,
);
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
while (!(await lines.next()).done) {
  const began = performance.now();
  await courier.pull();
  await store.synced();
  process.stdout.write(`${JSON.stringify({ seconds: (performance.now() - began) / 1000, atHead: courier.atHead })}\n`);
}
device.close();
