import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { memoryOf, spentBy } from '../machine/cost.ts';

const NODE = fileURLToPath(new URL('../../bin/node', import.meta.url));
const PULL = fileURLToPath(new URL('pull.ts', import.meta.url));

/** What a process held at most, in bytes, and seconds of its processor time. */
export interface Cost {
  readonly peak: number;
  readonly cpu: number;
}

/** A device in a process of its own that pulls when it is told to. */
export interface PullingAgent {
  /** Seconds until it was at the head. */
  pull(): Promise<number>;
  cost(): Cost;
  stop(): Promise<void>;
}

export function startAgent(home: string): PullingAgent {
  const child = spawn(NODE, [PULL, home], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const { pid = 0 } = child;
  return {
    async pull() {
      child.stdin.write('pull\n');
      const { value, done } = await lines.next();
      if (done) throw new Error('the device ended');
      const { seconds, atHead } = JSON.parse(value) as { seconds: number; atHead: boolean };
      if (!atHead) throw new Error('the device did not reach the head');
      return seconds;
    },
    cost: () => ({ peak: memoryOf(pid).peak, cpu: spentBy(pid) }),
    stop: () =>
      new Promise((resolve) => {
        child.once('close', () => resolve());
        child.stdin.end();
      }),
  };
}
