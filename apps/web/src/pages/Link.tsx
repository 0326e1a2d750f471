import { readCode, say, showCode, type AskingDevice } from '@rollcall/protocol';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState, type SubmitEvent } from 'react';
import { ask, tellFailure } from '../api/call.ts';
import { queries, sessionQuery } from '../api/queries.ts';
import { rich } from '../language/rich.tsx';
import { Field } from '../parts/Field.tsx';
import { Icon } from '../parts/Icon.tsx';
import { SubPageHead } from '../parts/SubPageHead.tsx';
import { typed } from '../parts/typed.ts';
import { useTitle } from '../parts/useTitle.ts';
import { moment } from '../words.ts';

type Stage =
  | { readonly at: 'code' }
  | { readonly at: 'device'; readonly code: string; readonly device: AskingDevice }
  | { readonly at: 'done'; readonly words: string };

/** Where a person lets a device in that shows a short code. */
export function LinkPage() {
  useTitle(say('Let a device in'));
  const [given] = useState(() => new URLSearchParams(window.location.hash.slice(1)).get('code') ?? '');
  const [stage, setStage] = useState<Stage>({ at: 'code' });
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const attempt = useCallback(async (work: () => Promise<Stage>): Promise<void> => {
    setBusy(true);
    setTrouble(null);
    try {
      setStage(await work());
    } catch (error) {
      setTrouble(error instanceof WrongCode ? say('That is not a code: it has eight letters, none of them a vowel.') : tellFailure(error));
    } finally {
      setBusy(false);
    }
  }, []);
  const look = useCallback(
    (text: string): Promise<void> =>
      attempt(async () => {
        const code = readCode(text);
        if (code === null) throw new WrongCode();
        return { at: 'device', code, device: await ask('deviceCode', { params: { userCode: code } }) };
      }),
    [attempt],
  );
  useEffect(() => {
    if (given === '') return;
    // A code in the address has done its work; it need not stay in the history.
    window.history.replaceState(window.history.state, '', window.location.pathname);
    void look(given);
  }, [given, look]);
  return (
    <div className="page">
      <SubPageHead back={{ to: '/devices', label: say('Devices') }} title={say('Let a device in')}>
        <p className="quiet">{say('A device that wants to join your library shows a code of eight letters.')}</p>
      </SubPageHead>
      {stage.at === 'code' && <CodeForm given={given} busy={busy} trouble={trouble} onCode={(text) => void look(text)} />}
      {stage.at === 'device' && (
        <DeviceQuestion
          {...stage}
          busy={busy}
          trouble={trouble}
          onAnswer={(approve) =>
            void attempt(async () => {
              await ask(approve ? 'approveDeviceCode' : 'denyDeviceCode', { params: { userCode: stage.code }, body: {} });
              void queries.invalidateQueries({ queryKey: ['devices'] });
              const { name } = stage.device;
              return {
                at: 'done',
                words: approve
                  ? say('{name} may come in. It goes on by itself.', { name })
                  : say('{name} was denied. It gets nothing.', { name }),
              };
            })
          }
        />
      )}
      {stage.at === 'done' && <Done words={stage.words} onMore={() => setStage({ at: 'code' })} />}
    </div>
  );
}

class WrongCode extends Error {}

interface CodeFormProps {
  readonly given: string;
  readonly busy: boolean;
  readonly trouble: string | null;
  readonly onCode: (text: string) => void;
}

function CodeForm({ given, busy, trouble, onCode }: CodeFormProps) {
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onCode(typed(new FormData(event.currentTarget), 'code'));
  };
  return (
    <section className="card">
      <form onSubmit={submit}>
        <Field
          name="code"
          label={say('Code')}
          type="text"
          autoComplete="off"
          initial={given}
          hint={say('Like BCDF-GHJK; the hyphen may be left out.')}
        />
        <p className="form-trouble" role="alert">
          {trouble}
        </p>
        <button type="submit" className="button primary" disabled={busy}>
          {say('Go on')}
        </button>
      </form>
    </section>
  );
}

interface DeviceQuestionProps {
  readonly code: string;
  readonly device: AskingDevice;
  readonly busy: boolean;
  readonly trouble: string | null;
  readonly onAnswer: (approve: boolean) => void;
}

/** Everything that is known of who asks: the person decides by that. Names come from strangers, and stay in their own direction. */
function DeviceQuestion({ code, device, busy, trouble, onAnswer }: DeviceQuestionProps) {
  const { data: session } = useQuery(sessionQuery);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const facts: readonly (readonly [term: string, words: string, look?: 'code'])[] = [
    [say('Code'), showCode(code), 'code'],
    [say('Device'), device.name],
    [say('System'), device.platform],
    [say('Asks from'), device.address],
    [say('Since'), moment(device.askedAt)],
  ];
  return (
    <section className="card" aria-labelledby="who-asks">
      <h2 id="who-asks" ref={heading} tabIndex={-1}>
        {rich('May <name>{device}</name> join your library?', { name: (text) => <bdi>{text}</bdi> }, { device: device.name })}
      </h2>
      <dl className="facts">
        {facts.map(([term, words, look]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd className={look}>
              <bdi>{words}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <p className="silent">
        <Icon name="alert" size={18} />
        {say('Approve it only if you started this yourself, just now, and the device shows this code.')}{' '}
        {session
          ? say('It will see every photo of {account}, and can add, change and delete photos.', { account: session.account.email })
          : say('It will see every photo of your library, and can add, change and delete photos.')}
      </p>
      <p className="form-trouble" role="alert">
        {trouble}
      </p>
      <div className="dialog-actions">
        <button type="button" className="button" disabled={busy} onClick={() => onAnswer(false)}>
          {say('Deny')}
        </button>
        <button type="button" className="button primary" disabled={busy} onClick={() => onAnswer(true)}>
          {say('Approve')}
        </button>
      </div>
    </section>
  );
}

function Done({ words, onMore }: { readonly words: string; readonly onMore: () => void }) {
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => line.current?.focus(), []);
  return (
    <section className="card">
      <p ref={line} tabIndex={-1} role="status">
        <bdi>{words}</bdi>
      </p>
      <button type="button" className="button" onClick={onMore}>
        {say('Enter another code')}
      </button>
    </section>
  );
}
