import { sizeWords } from '@rollcall/protocol';
import { Link } from '@tanstack/react-router';
import { useNow } from '../parts/useNow.ts';
import { Question } from '../parts/Question.tsx';
import { ago, many } from '../words.ts';
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
  const where = others.length === 0 ? device.name : many(coming.length, 'device');
  const sum = coming.reduce((total, { facts }) => total + facts.needed, 0);
  return (
    <Question
      title={`Download all originals to ${where}?`}
      leave="Cancel"
      act={fits ? 'Download all' : null}
      tone="primary"
      onClose={onClose}
      onAct={onAct}
    >
      {others.length > 0 && <p>{sizeWords(sum)} in all come back from the cloud, to devices for which nothing else was chosen:</p>}
      {coming.map((each) => (
        <OneDevice key={each.device.id} {...each} named={others.length > 0} />
      ))}
      {!fits && others.length > 0 && <p>Nothing is changed for any device while it does not fit on one.</p>}
    </Question>
  );
}

function OneDevice({ device, facts: { files, needed, free, fits }, named }: ComesBack & { readonly named: boolean }) {
  const now = useNow();
  return (
    <>
      <p>
        {named && <strong>{device.name}: </strong>}
        {many(files, 'original')} {files === 1 ? 'comes' : 'come'} back{named ? '' : ' from the cloud'}: {sizeWords(needed)} more than is
        there now. {free === null ? 'How much of its disk is free is not known.' : `${sizeWords(free)} of its disk are free.`}
        {!device.connected && device.roll !== null && ` So it told ${ago(device.roll.reportedAt, now)}.`}
      </p>
      {!fits && (
        <p className="form-trouble">
          That does not fit: free up {sizeWords(needed - (free ?? 0))} there first.
          {named && (
            <>
              {' '}
              Or let it go on as it is:{' '}
              <Link to="/devices/$deviceId/settings" params={{ deviceId: device.id }}>
                choose Optimise storage for it alone
              </Link>
              .
            </>
          )}
        </p>
      )}
    </>
  );
}
