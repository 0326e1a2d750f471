import { LIMITS, say, sayMany, type ClosingTold } from '@rollcall/protocol';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../api/call.ts';
import { closesQuery, closingQuery, queries } from '../api/queries.ts';
import { rich } from '../language/rich.tsx';
import { tell } from '../parts/news.tsx';
import { PasswordField, Question } from '../parts/Question.tsx';
import { typed } from '../parts/typed.ts';
import { dayHere } from '../words.ts';
import { KeepButton } from './KeepButton.tsx';

const DAYS = Math.round(LIMITS.closing / 86_400_000);
const CODE = { code: (text: string) => <code>{text}</code> };

/** Closing the account, and keeping it. */
export function CloseCard() {
  const { data: closing } = useQuery(closesQuery);
  const [asks, setAsks] = useState(false);
  if (closing === undefined) return null;
  return (
    <section className="card" aria-labelledby="close">
      <h2 id="close">{say('Close this account')}</h2>
      {closing === null ? (
        <>
          <p className="quiet">
            {say(
              'The library goes from the cloud {days} days later, and can be kept until then. The photos on your devices stay where they are.',
              { days: DAYS },
            )}
          </p>
          <div>
            <button type="button" className="button danger" onClick={() => setAsks(true)}>
              {say('Close the account…')}
            </button>
          </div>
        </>
      ) : (
        <>
          <p>{say('It closes on {day}, as was asked for on {asked}.', { day: dayHere(closing.on), asked: dayHere(closing.askedAt) })}</p>
          <div>
            <KeepButton look="button primary" />
          </div>
        </>
      )}
      {asks && <CloseQuestion onClose={() => setAsks(false)} />}
    </section>
  );
}

function CloseQuestion({ onClose }: { readonly onClose: () => void }) {
  const { data: told } = useQuery(closingQuery);
  const close = async (form: FormData): Promise<void> => {
    const { closing } = await ask('closeAccount', { body: { password: typed(form, 'password') } });
    queries.setQueryData(closesQuery.queryKey, closing);
    await queries.invalidateQueries({ queryKey: ['closing'] });
    tell(say('Your library closes on {day}', { day: dayHere(closing.on) }));
  };
  // Until it is known whether it can be closed, and what that would lose, nothing is asked.
  const can = told !== undefined && told.standing !== 'last-owner';
  return (
    <Question
      title={say('Close this account?')}
      leave={say('Keep it')}
      act={can ? say('Close the account') : null}
      tone="danger-solid"
      onClose={onClose}
      onAct={close}
    >
      <p>
        {say(
          'In {days} days the library goes from the cloud. Until then all of it can be seen and saved, nothing new is taken, and you can keep it. The photos on your devices are never touched.',
          { days: DAYS },
        )}
      </p>
      {told && <Beforehand told={told} />}
      {can && <PasswordField />}
    </Question>
  );
}

/** What would be lost, and what it means for the server. */
function Beforehand({ told: { onlyInCloud, standing } }: { readonly told: ClosingTold }) {
  const { count } = onlyInCloud;
  const names = `${onlyInCloud.names.join(', ')}${count > onlyInCloud.names.length ? ', …' : ''}`;
  return (
    <>
      {count === 0 ? (
        <p>{say('Every photo is on a device, too, as far as your devices told.')}</p>
      ) : (
        <p>
          <strong>{sayMany(count, '{count} photo is only in the cloud', '{count} photos are only in the cloud')}</strong>{' '}
          {count === 1
            ? say(
                'and would be gone then: {names}. To have it first, link a device that keeps originals and let it sync, or save it from this page.',
                { names },
              )
            : say(
                'and would be gone then: {names}. To have them first, link a device that keeps originals and let it sync, or save them from this page.',
                { names },
              )}
        </p>
      )}
      {standing === 'last-owner' && (
        <p>
          {rich(
            'You are the only owner of this server, and others have accounts on it. Make one of them an owner first, on the server’s machine: <code>rollcall account owner EMAIL --data DIR</code>',
            CODE,
          )}
        </p>
      )}
      {standing === 'alone' && <p>{say('Nobody else has an account on this server.')}</p>}
    </>
  );
}
