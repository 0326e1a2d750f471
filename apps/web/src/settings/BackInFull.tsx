import { say, sayMany, sizeWords } from '@rollcall/protocol';
import { Link } from '@tanstack/react-router';
import { rich } from '../language/rich.tsx';
import { useNow } from '../parts/useNow.ts';
import { Question } from '../parts/Question.tsx';
import { ago } from '../words.ts';
import type { ComesBack } from './back-in-full.ts';

/** Before all originals come back to devices: how much that is, what is free on each, and no way on where it does not fit. */
export function BackInFull({
  coming,
  onClose,
  onAct,
}: {
  readonly coming: readonly [ComesBack, ...ComesBack[]];
  readonly onClose: () => void;
  /** Changes the setting. */
  readonly onAct: () => Promise<void>;
}) {
  const fits = coming.every(({ facts }) => facts.fits);
  const [{ device }, ...others] = coming;

  const sum = coming.reduce((total, { facts }) => total + facts.needed, 0);
  return (
    <Question
      title={
        others.length === 0
          ? say('Download all originals to {name}?', { name: device.name })
          : sayMany(coming.length, 'Download all originals to {count} device?', 'Download all originals to {count} devices?')
      }
      leave={say('Cancel')}
      act={fits ? say('Download all') : null}
      tone="primary"
      onClose={onClose}
      onAct={onAct}
    >
      {others.length > 0 && (
        <p>{say('{size} in all come back from the cloud, to devices for which nothing else was chosen:', { size: sizeWords(sum) })}</p>
      )}
      {coming.map((each) => (
        <OneDevice key={each.device.id} {...each} named={others.length > 0} />
      ))}
      {!fits && others.length > 0 && <p>{say('Nothing is changed for any device while it does not fit on one.')}</p>}
    </Question>
  );
}

const settingsOf = (deviceId: string) => (text: string) => (
  <Link to="/devices/$deviceId/settings" params={{ deviceId }}>
    {text}
  </Link>
);

function OneDevice({ device, facts: { files, needed, free, fits }, named }: ComesBack & { readonly named: boolean }) {
  const now = useNow();
  const size = sizeWords(needed);
  return (
    <>
      <p>
        {named && <strong>{device.name}: </strong>}
        {named
          ? sayMany(
              files,
              '{count} original comes back: {size} more than is there now.',
              '{count} originals come back: {size} more than is there now.',
              { size },
            )
          : sayMany(
              files,
              '{count} original comes back from the cloud: {size} more than is there now.',
              '{count} originals come back from the cloud: {size} more than is there now.',
              { size },
            )}{' '}
        {free === null ? say('How much of its disk is free is not known.') : say('{size} of its disk are free.', { size: sizeWords(free) })}
        {!device.connected && device.roll !== null && ` ${say('So it told {ago}.', { ago: ago(device.roll.reportedAt, now) })}`}
      </p>
      {!fits && (
        <p className="form-trouble">
          {say('That does not fit: free up {size} there first.', { size: sizeWords(needed - (free ?? 0)) })}{' '}
          {named &&
            rich('Or let it go on as it is: <settings>choose Optimise storage for it alone</settings>.', {
              settings: settingsOf(device.id),
            })}
        </p>
      )}
    </>
  );
}
