import type { Family } from './family.ts';
import { gauge } from './family.ts';
import { Spreads, Tally } from './tally.ts';

/** Upper bounds in seconds: of an answer, and of a piece of work on a picture or film. */
const ANSWERED_WITHIN = [0.005, 0.02, 0.1, 0.5, 2, 10];
const MADE_WITHIN = [0.1, 0.5, 2, 10, 60, 600];
/** Devices of which it is remembered how far they have read. */
const MOST_DEVICES = 10_000;

export interface Answered {
  readonly route: string;
  readonly method: string;
  /** As told to the asker; `none`: the connection broke before. */
  readonly status: string;
  /** In which the server was at it: without what it waited for the asker. */
  readonly seconds: number;
}

/** What this process has counted since it began. */
export interface Figures {
  answered(request: Answered): void;
  /** Bytes that went over connections for requests of a route. */
  moved(route: string, bytesIn: number, bytesOut: number): void;
  /** @param by how many are in hand more, or fewer */
  inHand(by: 1 | -1): void;
  refused(code: string): void;
  slow(route: string): void;
  /** A piece of work on a picture or film has ended. */
  made(kind: string, how: string, seconds: number): void;
  /** A device was given its library's changes up to this one. */
  fed(deviceId: string, seq: number): void;
  fedUpTo(deviceId: string): number | undefined;
  families(): Family[];
}

export function openFigures(): Figures {
  const requests = new Tally('rollcall_requests_total', 'Requests that were answered, by route and status', ['route', 'method', 'status']);
  const seconds = new Spreads(
    'rollcall_request_seconds',
    'How long the server was at a request, without waiting for the asker',
    ['route'],
    ANSWERED_WITHIN,
  );
  const slow = new Tally('rollcall_slow_requests_total', 'Requests that took longer than --slow-request', ['route']);
  const received = new Tally('rollcall_received_bytes_total', 'Bytes that came in, by route', ['route']);
  const sent = new Tally('rollcall_sent_bytes_total', 'Bytes that went out, by route', ['route']);
  const refusals = new Tally('rollcall_refusals_total', 'Requests that were refused, by code; internal: the server failed', ['code']);
  const work = new Spreads('rollcall_media_seconds', 'How long work on pictures and films took, by the clock', ['kind'], MADE_WITHIN);
  const ends = new Tally('rollcall_media_total', 'Work on pictures and films, by how it ended', ['kind', 'end']);
  const fed = new Map<string, number>();
  let inHand = 0;
  return {
    answered({ route, method, status, seconds: took }) {
      requests.add([route, method, status]);
      seconds.add([route], took);
    },
    moved(route, bytesIn, bytesOut) {
      if (bytesIn > 0) received.add([route], bytesIn);
      if (bytesOut > 0) sent.add([route], bytesOut);
    },
    inHand: (by) => void (inHand += by),
    refused: (code) => refusals.add([code]),
    slow: (route) => slow.add([route]),
    made(kind, how, took) {
      ends.add([kind, how]);
      work.add([kind], took);
    },
    fed(deviceId, seq) {
      if (fed.size >= MOST_DEVICES && !fed.has(deviceId)) fed.clear();
      fed.set(deviceId, seq);
    },
    fedUpTo: (deviceId) => fed.get(deviceId),
    families: () => [
      ...[requests, seconds, slow, received, sent, refusals, work, ends].map((each) => each.family()),
      gauge('rollcall_requests_in_hand', 'Requests that are being answered now, streams of pokes among them', inHand),
    ],
  };
}
