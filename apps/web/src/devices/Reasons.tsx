import { fromAfar } from '@rollcall/core';
import { CHECK_NAMES, say, sayMany, type Check, type Device, type ReasonCount } from '@rollcall/protocol';
import { Link } from '@tanstack/react-router';
import { count } from '../words.ts';
import { briefReason } from './brief.ts';

/** Why some of what a device told of is not in sync, each with what ends it and the way to the list. */
export function Reasons({ device }: { readonly device: Device }) {
  const reasons = (device.roll?.reasons ?? []).filter((reason) => reason.count > 0);
  if (reasons.length === 0) return null;
  return (
    <ul className="reasons">
      {reasons.map((reason) => (
        <ReasonLine key={reason.code} device={device} reason={reason} />
      ))}
    </ul>
  );
}

function ReasonLine({ device, reason }: { readonly device: Device; readonly reason: ReasonCount }) {
  const brief = briefReason(reason.code);
  const told = { words: fromAfar(brief.words, device.name), cure: fromAfar(brief.cure, device.name) };
  return (
    <li className={`reason ${reason.class}`}>
      <Link
        to="/devices/$deviceId"
        params={{ deviceId: device.id }}
        search={{ code: reason.code }}
        className="reason-count"
        aria-label={sayMany(reason.count, '{count} item: {why} Show the list', '{count} items: {why} Show the list', { why: told.words })}
      >
        {count(reason.count)}
      </Link>
      <div>
        <span>{told.words}</span>
        {reason.check !== null && (
          <span className="check">
            {say('Check {check}: {name}', { check: reason.check, name: say(CHECK_NAMES[reason.check as Check]) })}
          </span>
        )}
        {told.cure !== '' && <span className="quiet">{told.cure}</span>}
      </div>
    </li>
  );
}
