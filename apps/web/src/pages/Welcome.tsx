import { say } from '@rollcall/protocol';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState, type ReactNode, type SubmitEvent } from 'react';
import { ask, tellFailure } from '../api/call.ts';
import { queries, serverQuery, sessionQuery } from '../api/queries.ts';
import { forgetLibrary, openLibrary } from '../library/live.ts';
import { typed } from '../parts/typed.ts';
import { useTitle } from '../parts/useTitle.ts';
import { Field } from '../parts/Field.tsx';
import { Mark } from '../parts/Icon.tsx';

interface WelcomeFormProps {
  readonly title: string;
  readonly words: string;
  readonly button: string;
  readonly children: ReactNode;
  /** Rejects when it did not work. */
  readonly onSubmit: (text: (name: string) => string) => Promise<void>;
}

function WelcomeForm({ title, words, button, children, onSubmit }: WelcomeFormProps) {
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const alert = useRef<HTMLParagraphElement>(null);
  useTitle(title);
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    setBusy(true);
    setTrouble(null);
    try {
      await onSubmit((name) => typed(data, name));
    } catch (error) {
      setTrouble(tellFailure(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <main className="welcome">
      <div className="welcome-card">
        <Mark size={48} />
        <h1>{title}</h1>
        <p className="quiet">{words}</p>
        <form onSubmit={(event) => void submit(event)}>
          {children}
          <p ref={alert} className="form-trouble" role="alert">
            {trouble}
          </p>
          <button type="submit" className="button primary wide" disabled={busy}>
            {busy ? say('One moment…') : button}
          </button>
        </form>
      </div>
    </main>
  );
}

/** Everything of whoever was here before is forgotten; then the library of who signed in is shown. */
async function enter(email: string, password: string): Promise<void> {
  const session = await ask('signIn', { body: { email, password } });
  forgetLibrary();
  await openLibrary(session);
  queries.setQueryData(sessionQuery.queryKey, session);
}

/** The set-up token that follows the # of the address; also one that is pasted there while the page is open, which loads nothing. */
function useTokenInAddress(): string {
  const [token, setToken] = useState(tokenInAddress);
  useEffect(() => {
    const look = (): void => setToken(tokenInAddress());
    window.addEventListener('hashchange', look);
    return () => window.removeEventListener('hashchange', look);
  }, []);
  return token;
}

function tokenInAddress(): string {
  return new URLSearchParams(window.location.hash.slice(1)).get('token') ?? '';
}

/** The first visit: the owner's account, guarded by the token that the server printed. */
export function SetupPage() {
  const navigate = useNavigate();
  const given = useTokenInAddress();
  useEffect(() => {
    void queries.fetchQuery(serverQuery).then(
      (server) => {
        if (!server.setupNeeded) void navigate({ to: '/sign-in' });
      },
      () => undefined,
    );
  }, [navigate]);
  return (
    <WelcomeForm
      title={say('Welcome to Rollcall')}
      words={say('This is your own photo cloud. Create the owner’s account to begin.')}
      button={say('Create account')}
      onSubmit={async (text) => {
        const name = text('name').trim();
        const body = {
          email: text('email').trim(),
          password: text('password'),
          ...(name === '' ? {} : { name }),
          setupToken: text('token').trim(),
        };
        await ask('createAccount', { body });
        // The token in the address is spent.
        window.history.replaceState(null, '', window.location.pathname);
        await enter(body.email, body.password);
        await navigate({ to: '/' });
      }}
    >
      <Field name="name" label={say('Your name')} type="text" autoComplete="name" required={false} />
      <Field name="email" label={say('Email')} type="email" autoComplete="username" />
      <Field
        name="password"
        label={say('Password')}
        type="password"
        autoComplete="new-password"
        hint={say('At least 8 characters.')}
        minLength={8}
      />
      <Field
        key={given}
        name="token"
        label={say('Set-up token')}
        type="text"
        autoComplete="off"
        initial={given}
        {...(given === ''
          ? { hint: say('It was printed when the server started, and stands in the file setup-token in its data folder.') }
          : {})}
      />
    </WelcomeForm>
  );
}

const WHY: Readonly<Record<string, string>> = {
  'signed-out': say('You were signed out. Sign in again to go on.'),
  'device-revoked': say('This browser was removed from your devices. Sign in again to use it.'),
};

export function SignInPage() {
  const navigate = useNavigate();
  const { why, next } = useSearch({ from: '/sign-in' });
  return (
    <WelcomeForm
      title={say('Sign in')}
      words={(why === undefined ? undefined : WHY[why]) ?? say('To your photos, in your own cloud.')}
      button={say('Sign in')}
      onSubmit={async (text) => {
        await enter(text('email').trim(), text('password'));
        await (next === 'link' ? navigate({ to: '/link', hash: window.location.hash.slice(1) }) : navigate({ to: '/' }));
      }}
    >
      <Field name="email" label={say('Email')} type="email" autoComplete="username" />
      <Field name="password" label={say('Password')} type="password" autoComplete="current-password" />
    </WelcomeForm>
  );
}
