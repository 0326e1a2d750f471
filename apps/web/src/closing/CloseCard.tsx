import { LIMITS, type ClosingTold } from '@rollcall/protocol';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../api/call.ts';
import { closesQuery, closingQuery, queries } from '../api/queries.ts';
import { tell } from '../parts/news.tsx';
import { PasswordField, Question } from '../parts/Question.tsx';
import { typed } from '../parts/typed.ts';
import { dayHere, many } from '../words.ts';
import { KeepButton } from './KeepButton.tsx';

const DAYS = Math.round(LIMITS.closing / 86_400_000);

/** Closing the account, and keeping it. */
export function CloseCard() {
  const { data: closing } = useQuery(closesQuery);
  const [asks, setAsks] = useState(false);
  if (closing === undefined) return null;
  return (
    <section className="card" aria-labelledby="close">
      <h2 id="close">Close this account</h2>
      {closing === null ? (
        <>
          <p className="quiet">
            The library goes from the cloud {DAYS} days later, and can be kept until then. The photos on your devices stay where they are.
          </p>
          <div>
            <button type="button" className="button danger" onClick={() => setAsks(true)}>
              Close the account…
            </button>
          </div>
        </>
      ) : (
        <>
          <p>
            It closes on {dayHere(closing.on)}, as was asked for on {dayHere(closing.askedAt)}.
          </p>
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
    tell(`Your library closes on ${dayHere(closing.on)}`);
  };
  return (
    <Question title="Close this account?" leave="Keep it" act="Close the account" tone="danger-solid" onClose={onClose} onAct={close}>
      <p>
        In {DAYS} days the library goes from the cloud. Until then all of it can be seen and saved, nothing new is taken, and you can keep
        it. The photos on your devices are never touched.
      </p>
      {told && <Beforehand told={told} />}
      <PasswordField />
    </Question>
  );
}

/** What would be lost, and what it means for the server. */
function Beforehand({ told: { onlyInCloud, standing } }: { readonly told: ClosingTold }) {
  const { count, names } = onlyInCloud;
  return (
    <>
      {count === 0 ? (
        <p>Every photo is on a device, too, as far as your devices told.</p>
      ) : (
        <p>
          <strong>
            {many(count, 'photo')} {count === 1 ? 'is' : 'are'} only in the cloud
          </strong>{' '}
          and would be gone then: {names.join(', ')}
          {count > names.length ? ', …' : ''}. To have {count === 1 ? 'it' : 'them'} first, link a device that keeps originals and let it
          sync, or save {count === 1 ? 'it' : 'them'} from this page.
        </p>
      )}
      {standing === 'last-owner' && (
        <p>
          You are the only owner of this server, and others have accounts on it. Make one of them an owner first, on the server’s machine:{' '}
          <code>rollcall account owner EMAIL --data DIR</code>
        </p>
      )}
      {standing === 'alone' && <p>Nobody else has an account on this server.</p>}
    </>
  );
}
