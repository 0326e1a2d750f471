import { createClient, ForeignAnswer, type Refusal, type RouteInput, type RouteName, type RouteOutput, say } from '@rollcall/protocol';

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
/** Of one for which the server reads many bytes before it answers. */
const LONG_PATIENCE = 600_000;

/** Nothing came back: the network, or the server, is away. A fault of the page's own program is never one of these. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

const asker = (patience: number): ReturnType<typeof createClient> =>
  createClient(async ({ method, path, headers, body }) => {
    const asked = {
      method,
      headers: { ...headers },
      credentials: 'same-origin',
      signal: AbortSignal.timeout(patience),
      ...(body === undefined ? {} : { body }),
    } as const;
    try {
      const response = await fetch(path, asked);
      return { status: response.status, text: await response.text() };
    } catch (error) {
      throw new NoAnswer(say('The server did not answer.'), { cause: error });
    }
  });
const call = asker(PATIENCE);
const callForLong = asker(LONG_PATIENCE);

let signedOut: (code: string) => void = () => {};
let tooOld: () => void = () => {};

/** Hears of the session's end, wherever it is noticed first. */
export function onSignedOut(listener: (code: string) => void): void {
  signedOut = listener;
}

/** Hears that the server takes this page no more. */
export function onTooOld(listener: () => void): void {
  tooOld = listener;
}

/** Asks the server. Throws `Refused` for a no, `ForeignAnswer` when something else answered, and `NoAnswer`. */
export async function ask<N extends RouteName>(name: N, input: RouteInput<N>): Promise<RouteOutput<N>> {
  const answer = await (name === 'rollCall' ? callForLong : call)(name, input);
  if (answer.ok) return answer.value;
  const { code } = answer.refusal;
  if ((code === 'signed-out' || code === 'device-revoked') && name !== 'session' && name !== 'signIn') signedOut(code);
  if (code === 'update-needed') tooOld();
  throw new Refused(answer.refusal);
}

export function refusalCode(error: unknown): Refusal['code'] | null {
  return error instanceof Refused ? error.refusal.code : null;
}

/** What this page cannot do by itself; `message` says it to a person. */
export class ForPerson extends Error {
  override readonly name = 'ForPerson';
}

/** What went wrong and what to do, for a person. */
export function tellFailure(error: unknown): string {
  if (error instanceof Refused || error instanceof ForPerson) return error.message;
  if (error instanceof ForeignAnswer)
    return say('Something other than Rollcall answered. If this network has a sign-in page, open it first.');
  if (typeof navigator !== 'undefined' && !navigator.onLine) return say('You are offline. It goes on when you are connected again.');
  return say('The server does not answer. See that it is running; it is tried again by itself.');
}
