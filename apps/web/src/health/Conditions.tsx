import { presenceOf } from '@rollcall/core';
import { say, sayMany, type Device } from '@rollcall/protocol';
import { Icon } from '../parts/Icon.tsx';
import { timeOf } from '../words.ts';
import { conditionsOf, SIMULATED } from './conditions.ts';

/** Battery, link and room as the device told them; what it cannot see is said to be unknown, with why. */
export function Conditions({ device, now }: { readonly device: Device; readonly now: number }) {
  const { roll } = device;
  const about = roll?.about;
  if (!roll || !about) return <p className="quiet">{say('Its link, battery and room: it has not told yet.')}</p>;
  const all = conditionsOf(about);
  const unseen = all.filter(({ words }) => words === null);
  return (
    <div className="conditions">
      <ul className="condition-list" aria-label={say('What {name} sees', { name: device.name })}>
        {all
          .filter(({ words }) => words !== null)
          .map(({ name, icon, words, source }) => (
            <li
              key={name}
              title={source === SIMULATED ? say('{name}, by simulated', { name }) : say('{name}, by {source}', { name, source })}
            >
              <Icon name={icon} size={16} /> {words}
            </li>
          ))}
        <li className="quiet">
          {presenceOf(device, now) === 'connected' ? say('as of now') : say('as of {time}', { time: timeOf(roll.reportedAt, now) })}
        </li>
      </ul>
      {unseen.length > 0 && (
        <details className="unseen">
          <summary>{sayMany(unseen.length, '{count} thing cannot be seen from there', '{count} things cannot be seen from there')}</summary>
          <ul>
            {unseen.map(({ name, source }) => (
              <li key={name}>
                {name}: {source}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
