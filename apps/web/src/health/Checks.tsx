import type { CheckResult, CheckVerdict, Finding } from '@rollcall/core';
import { CHECK_NAMES, say, type Device } from '@rollcall/protocol';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { Findings } from './Findings.tsx';

const ICONS: Record<CheckVerdict, IconName> = { fine: 'check', look: 'clock', broken: 'alert', unseen: 'half' };
const VERDICTS: Record<CheckVerdict, string> = {
  fine: say('Fine'),
  look: say('Have a look'),
  broken: say('Stops photos'),
  unseen: say('Cannot be seen from here'),
};

/** The seven checks of a device in their order, as they come out of what it told. */
export function Checks({
  device,
  results,
  others,
  now,
}: {
  readonly device: Device;
  readonly results: readonly CheckResult[];
  /** What stops single files, and belongs to none of the seven. */
  readonly others: readonly Finding[];
  readonly now: number;
}) {
  return (
    <ol className="checks" aria-label={say('The seven checks of {name}', { name: device.name })}>
      {results.map((result) => (
        <li key={result.check} className={`check-line ${result.verdict}`} aria-label={say('Check {check}', { check: result.check })}>
          <span className="check-sign">
            <Icon name={ICONS[result.verdict]} size={17} />
          </span>
          <div className="check-body">
            <p>
              <strong>
                {result.check} {capital(say(CHECK_NAMES[result.check]))}
              </strong>{' '}
              <span className="check-verdict">{VERDICTS[result.verdict]}</span>
            </p>
            {result.findings.length > 0 ? <Findings device={device} findings={result.findings} now={now} /> : <Quiet result={result} />}
          </div>
        </li>
      ))}
      {others.length > 0 && (
        <li className="check-line broken" aria-label={say('Single files')}>
          <span className="check-sign">
            <Icon name="alert" size={17} />
          </span>
          <div className="check-body">
            <p>
              <strong>{say('Single files')}</strong>
            </p>
            <Findings device={device} findings={others} now={now} />
          </div>
        </li>
      )}
    </ol>
  );
}

/** What a check rests on where nothing was found. */
function Quiet({ result }: { readonly result: CheckResult }) {
  const words = result.verdict === 'unseen' ? result.cannotSee : result.seen;
  return <p className="quiet check-seen">{words.map(capital).join(' · ')}</p>;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
