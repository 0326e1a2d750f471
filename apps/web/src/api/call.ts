import { createClient, ForeignAnswer, type Refusal, type RouteInput, type RouteName, type RouteOutput } from '@rollcall/protocol';

/** The server said no; `message` is what it told, for a person. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.words);
    this.refusal = refusal;
  }
}

/** How long a question may take before it counts as not answered, in milliseconds. */
const PATIENCE = 60_000;

const call = createClient(async ({ method, path, headers, body }) => {
  const response = await fetch(path, {
    method,
    headers: { ...headers },
    credentials: 'same-origin',
    signal: AbortSignal.timeout(PATIENCE),
    ...(body === undefined ? {} : { body }),
  });
  return { status: response.status, text: await response.text() };
});

let signedOut: (code: string) => void = () => {};

/** Hears of the session's end, wherever it is noticed first. */
export function onSignedOut(listener: (code: string) => void): void {
  signedOut = listener;
}

/** Asks the server. Throws `Refused` for a no, `ForeignAnswer` or a network error when there was no answer of Rollcall's. */
export async function ask<N extends RouteName>(name: N, input: RouteInput<N>): Promise<RouteOutput<N>> {
  const answer = await call(name, input);
  if (answer.ok) return answer.value;
  const { code } = answer.refusal;
  if ((code === 'signed-out' || code === 'device-revoked') && name !== 'session' && name !== 'signIn') signedOut(code);
  throw new Refused(answer.refusal);
}

export function refusalCode(error: unknown): Refusal['code'] | null {
  return error instanceof Refused ? error.refusal.code : null;
}

/** What went wrong and what to do, for a person. */
export function tellFailure(error: unknown): string {
  if (error instanceof Refused) return error.message;
  if (error instanceof ForeignAnswer) return 'Something other than Rollcall answered. If this network has a sign-in page, open it first.';
  if (typeof navigator !== 'undefined' && !navigator.onLine) return 'You are offline. It goes on when you are connected again.';
  return 'The server does not answer. See that it is running; it is tried again by itself.';
}
