import { say, sayMany } from '@rollcall/protocol';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ask, tellFailure } from '../api/call.ts';
import { forgetImport } from '../imports/bring.ts';
import { forgetLibrary, useOutbox } from '../library/live.ts';
import { tell } from '../parts/news.tsx';
import { Question } from '../parts/Question.tsx';
import { forgetUploads } from '../upload/start.ts';
import { forgetHere } from '../kept/here.ts';

/** Signs out, and forgets all that this browser keeps; with what was not sent yet it asks first. */
export function SignOut() {
  const navigate = useNavigate();
  const { waiting } = useOutbox();
  const [asking, setAsking] = useState(false);
  const signOut = async (): Promise<void> => {
    await ask('signOut', {});
    forgetUploads();
    forgetImport();
    forgetLibrary();
    await forgetHere();
    await navigate({ to: '/sign-in' });
  };
  const press = (): void => {
    if (waiting.length > 0) setAsking(true);
    else void signOut().catch((error: unknown) => tell(tellFailure(error), { tone: 'trouble' }));
  };
  return (
    <>
      <button type="button" className="button" onClick={press}>
        {say('Sign out')}
      </button>
      {asking && (
        <Question
          title={say('Sign out before all is sent?')}
          leave={say('Stay signed in')}
          act={say('Sign out and lose them')}
          tone="danger-solid"
          onClose={() => setAsking(false)}
          onAct={signOut}
        >
          <p>
            {sayMany(
              waiting.length,
              '{count} change that you made here is not in your library yet. Whoever signs out leaves nothing behind in this browser, and loses it.',
              '{count} changes that you made here are not in your library yet. Whoever signs out leaves nothing behind in this browser, and loses them.',
            )}
          </p>
        </Question>
      )}
    </>
  );
}
