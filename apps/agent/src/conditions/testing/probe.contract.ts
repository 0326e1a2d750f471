import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { FACT_NAMES, type FactName, type Facts, type Probe } from '../probe.ts';

/** A system that a test makes look as it likes, and the probe that looks at it. */
export interface Stage {
  readonly probe: Probe;
  /** From now on these are so; all else stays. `battery: null`: there is none. */
  show(facts: Partial<Facts> | { readonly battery: null }): Promise<void>;
  /** The system answers nothing any more. */
  fallSilent(): Promise<void>;
  /** What this system never tells. */
  readonly cannot: ReadonlySet<FactName>;
  /** It tells when something changed. */
  readonly tells: boolean;
  close(): Promise<void>;
}

const HOME: Facts = { link: 'wifi', metered: false, roaming: false, portal: false, battery: 80, charging: true, 'low-power': false };
const WORLDS: readonly Partial<Facts>[] = [
  HOME,
  { ...HOME, link: 'wired' },
  { ...HOME, link: 'cellular', metered: true, roaming: true, battery: 15, charging: false, 'low-power': true },
  { ...HOME, link: 'cellular', metered: true, roaming: false, battery: 5, charging: false },
  { ...HOME, metered: true, portal: true, battery: 100 },
];
/** How soon a system that tells is heard. */
const HEARD_MS = 5000;

/** What every probe must do, on its own system. */
export function probeContract(name: string, open: () => Promise<Stage>): void {
  describe(name, () => {
    let stage: Stage;
    before(async () => {
      stage = await open();
    });
    after(() => stage.close());

    const expect = async (facts: Partial<Facts>): Promise<void> => {
      const found = await stage.probe.look();
      for (const fact of FACT_NAMES) {
        const finding = found[fact];
        if ('unseen' in finding) assert.ok(stage.cannot.has(fact), `${fact} cannot be seen: ${finding.unseen}`);
        else {
          assert.equal(finding.is, facts[fact], fact);
          assert.ok(finding.source.length > 2, `${fact} says where it is seen`);
          assert.ok(!stage.cannot.has(fact), `${fact} is not guessed`);
        }
        if ('unseen' in finding) assert.ok(finding.unseen.length > 5, `${fact} says why it is not seen`);
      }
    };

    for (const [at, world] of WORLDS.entries())
      test(`CN-1: what the system says is seen, with its source; what it does not say is not guessed (${at + 1})`, async () => {
        await stage.show(world);
        await expect(world);
        await expect(world);
      });

    test('CN-2: without any link there is none, and it is back when it is back', async () => {
      await stage.show({ ...HOME, link: 'none' });
      const none = (await stage.probe.look()).link;
      assert.deepEqual('is' in none && none.is, 'none');
      await stage.show(HOME);
      await expect(HOME);
    });

    test('CN-3: a machine without a battery has power, and its battery is no number', async () => {
      await stage.show({ ...HOME, battery: null });
      const { battery, charging } = await stage.probe.look();
      assert.ok('unseen' in battery && /no battery/.test(battery.unseen), JSON.stringify(battery));
      assert.equal('is' in charging && charging.is, true);
      await stage.show(HOME);
    });

    test('CN-4: a change is heard of by itself where the system tells, and seen by the next look in any case', async (t) => {
      let heard = 0;
      stage.probe.watch(() => (heard += 1));
      await stage.probe.look();
      // What was opened just now has to be listened to first.
      await new Promise((resolve) => setTimeout(resolve, 300));
      const before = heard;
      const changed = { ...HOME, link: 'cellular', battery: 12, charging: false } as const;
      await stage.show(changed);
      const end = Date.now() + HEARD_MS;
      const isNew = (): boolean => heard > before;
      while (stage.tells && !isNew() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
      if (stage.tells) assert.ok(isNew(), 'nothing was heard of the change');
      else t.diagnostic('this system does not tell: it is looked at every few seconds');
      await expect(changed);
    });

    test('CN-5: a system that answers nothing is told as such, thing by thing, and a look never fails', async () => {
      await stage.fallSilent();
      const found = await stage.probe.look();
      const seen = FACT_NAMES.filter((fact) => 'is' in found[fact]);
      assert.deepEqual(seen, []);
    });
  });
}
