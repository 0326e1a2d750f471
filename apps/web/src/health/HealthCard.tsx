import { factsFromElsewhere, otherFindings, sevenChecks, type SeenFromElsewhere } from '@rollcall/core';
import { say, type Device } from '@rollcall/protocol';
import { useState } from 'react';
import { heard, platformName } from '../devices/heard.ts';
import { Coming } from '../devices/Coming.tsx';
import { Counts } from '../devices/Counts.tsx';
import { Away } from './Away.tsx';
import { Checks } from './Checks.tsx';

import { Conditions } from './Conditions.tsx';
import { Controls } from './Controls.tsx';
import { Erase } from './Erase.tsx';
import { LastReceipt } from './LastReceipt.tsx';
import { Ring } from './Ring.tsx';
import { StorageLine } from './StorageLine.tsx';
import { Waiting } from './Waiting.tsx';

/** One device: what of it is safe, what it sees, why something is not in sync, and what ends that. */
export function HealthCard({ device, around }: { readonly device: Device; readonly around: SeenFromElsewhere }) {
  const [erasing, setErasing] = useState(false);
  const { now } = around;
  const facts = factsFromElsewhere(device, around);
  const platform = platformName(device);
  return (
    <article className="card health" aria-label={device.name}>
      <div className="health-head">
        <Ring counts={device.roll?.counts ?? null} />
        <div className="health-name">
          <h2>{device.name}</h2>
          <p className="quiet">
            {platform === '' ? '' : `${platform} · `}
            {say('Rollcall {version}', { version: device.version })} · {heard(device, now)}
          </p>
          <Conditions device={device} now={now} />
        </div>
      </div>
      <Away device={device} now={now} />
      {device.roll && <Counts device={device} counts={device.roll.counts} />}
      <Controls device={device} now={now} onErase={() => setErasing(true)} />
      <Coming device={device} />
      <StorageLine device={device} />
      <Waiting device={device} now={now} />
      <LastReceipt device={device} now={now} />
      {erasing && <Erase device={device} onClose={() => setErasing(false)} />}
      <Checks device={device} results={sevenChecks(facts)} others={otherFindings(facts)} now={now} />
    </article>
  );
}
