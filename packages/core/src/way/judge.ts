import { MUCH_LOSS, type Evidence, type ReasonCode } from '@rollcall/protocol';
import type { Trouble } from '../plan/index.ts';
import type { Pacing, WaySeen } from './seen.ts';

/** Why a request brought no answer, as far as the request itself shows it. */
export interface Cause {
  readonly code: ReasonCode;
  readonly evidence: Evidence;
}

/** Errors that say only that a name, or another machine, was not found; whose fault that is, the link tells. */
const NOT_FOUND: ReadonlySet<unknown> = new Set(['ENOTFOUND', 'EHOSTUNREACH']);

/**
 * What stands between here and the server, by the request that failed and by what is seen of the link. A link that is not there, and a
 * network that wants a sign-in, explain what else would look like a server that is away. Pure, and total.
 */
export function judgeCause({ code, evidence }: Cause, seen: WaySeen): Cause {
  switch (code) {
    case 'captive-portal':
      return portal(evidence, seen);
    case 'offline':
      if (seen.portal === true) return portal(evidence, seen);
      if (seen.unlinked === false && NOT_FOUND.has(evidence['error'])) return unreachable(evidence, seen);
      return offline(evidence, seen);
    case 'tls-failed':
      return seen.portal === true ? portal(evidence, seen) : { code, evidence };
    case 'server-unreachable':
      if (isAnswer(evidence)) return unreachable(evidence, seen);
      if (seen.portal === true) return portal(evidence, seen);
      return seen.unlinked === true ? offline(evidence, seen) : unreachable(evidence, seen);
    case 'server-busy':
      return { code, evidence: { ...evidence, ...last(seen) } };
    default:
      return { code, evidence };
  }
}

/** What a person simulates of the way: it stands before what the server answers. */
export function simulatedCause(seen: WaySeen): Cause | null {
  switch (seen.simulated) {
    case 'portal':
      return portal({}, seen);
    case 'unlinked':
      return offline({}, seen);
    case null:
      return null;
    default:
      return seen.simulated satisfies never;
  }
}

/** A clock that is off by less is nobody's trouble. Seconds. */
const SKEW_S = 300;

/** What makes the way bad and bars nothing: it is told of what is on its way, which goes on meanwhile. */
export function hindrances({ skew, pace }: WaySeen): Trouble[] {
  const troubles: Trouble[] = [];
  if (pace !== null && pace.slowSince !== null) {
    const { rate, loss, handshake, answer, slowSince } = pace;
    const where = isServer(pace) ? 'server' : 'link';
    troubles.push(hindrance('slow-link', slowSince, { rate, where, handshake, answer, ...(loss === null ? {} : { loss }) }));
  }
  if (skew !== null && Math.abs(skew.seconds) >= SKEW_S) troubles.push(hindrance('clock-skew', skew.since, { seconds: skew.seconds }));
  return troubles;
}

/** What is said of these beside numbers: it is news when it changes. */
export function kindsOf(troubles: readonly Trouble[]): string {
  return troubles.map(({ code, evidence: { where, loss } }) => [code, where, typeof loss === 'number' && isMuch(loss)].join(' ')).join();
}

/** Milliseconds that a server takes for a small answer when it is called slow itself. */
const SLOW_ANSWER_MS = 1000;

/** The way there is quick, and the answer is not; where much is lost it may have been sent twice. */
function isServer({ loss, handshake, answer }: Pacing): boolean {
  if (loss !== null && isMuch(loss)) return false;
  return handshake !== null && answer !== null && answer - handshake >= SLOW_ANSWER_MS && answer >= 4 * handshake;
}

const isMuch = (loss: number): boolean => loss >= MUCH_LOSS;

/** The server, its machine, or a proxy before it, has answered: there is a link. */
function isAnswer({ error }: Evidence): boolean {
  return typeof error === 'string' && (error.startsWith('HTTP ') || error === 'ECONNREFUSED' || error === 'ECONNRESET');
}

function portal(evidence: Evidence, { server }: WaySeen): Cause {
  return { code: 'captive-portal', evidence: { page: pageOf(evidence) ?? server } };
}

/** Where the network's answer leads, if that is a page. It comes from strangers. */
function pageOf({ page }: Evidence): string | null {
  return typeof page === 'string' && /^https?:\/\/[\x21-\x7e]{1,500}$/.test(page) ? page : null;
}

function offline(evidence: Evidence, { interfaces }: WaySeen): Cause {
  return { code: 'offline', evidence: { ...evidence, ...(interfaces === null ? {} : { interface: interfaces }) } };
}

function unreachable(evidence: Evidence, seen: WaySeen): Cause {
  return { code: 'server-unreachable', evidence: { ...evidence, ...last(seen) } };
}

function last({ lastSuccess }: WaySeen): Evidence {
  return lastSuccess === null ? {} : { lastSuccess };
}

function hindrance(code: ReasonCode, since: number, evidence: Evidence): Trouble {
  return { code, evidence, tries: 0, nextTry: null, since };
}
