import { API, message, MIN_SUPPORTED, PROTOCOL_VERSION, say } from '@rollcall/protocol';
import type { Device } from '../device.ts';
import { sinceSeen } from '../store/since-seen.ts';
import { linkTrouble } from '../work/trouble.ts';
import { VERSION } from '../version.ts';
import type { Reading } from './lookout.ts';
import { serverSince } from './since.ts';
import { readWayNotes, type WayNotes } from './way-notes.ts';

/** What the connection to the server shows. */
export interface Way extends WayNotes {
  readonly server: Reading<boolean>;
  /** Milliseconds from question to answer. */
  readonly 'round-trip': Reading<number>;
  /** How far this clock is ahead of the server's; seconds. */
  readonly 'clock-skew': Reading<number>;
  readonly tls: Reading<string>;
  readonly version: Reading<string>;
  readonly 'server-version': Reading<string>;
}

const PATIENCE_MS = 5000;
const NOT_ASKED = { unseen: message('nobody is asked over a link that your settings do not allow') };

/**
 * Asks the server who it is, and looks at how the answer comes. What stays as it is keeps its beginning; what is measured is of now.
 * @param silent the settings do not let even that go
 * @param patience milliseconds until nobody has answered
 */
export async function lookAtWay(
  { connection, store }: Pick<Device, 'connection' | 'store'>,
  silent: boolean,
  now: () => number,
  patience = PATIENCE_MS,
): Promise<Way> {
  const kept = (name: 'tls' | 'version' | 'server-version', is: string, source: string): Reading<string> => {
    return { is, source, since: sinceSeen(store, name, is, now()) };
  };
  const own = {
    version: kept('version', `${VERSION}, protocol ${PROTOCOL_VERSION} (${MIN_SUPPORTED} at least)`, say('this program')),
    ...readWayNotes(store),
  };
  if (silent)
    return { ...own, server: NOT_ASKED, 'round-trip': NOT_ASKED, 'clock-skew': NOT_ASKED, tls: NOT_ASKED, 'server-version': NOT_ASKED };
  const https = connection.http.address.protocol === 'https:';
  const tls = https ? null : kept('tls', say('none (plain http)'), say('the server’s address'));
  try {
    const answer = await connection.http.look(API.server.path, patience);
    const source = say('an answer of the server');
    const since = now();
    const info = answer.json as { readonly version?: unknown; readonly protocol?: unknown } | null;
    const ours = typeof info?.version === 'string';
    return {
      ...own,
      server: {
        is: ours,
        source: ours ? source : say('an answer that is not Rollcall’s (HTTP {status})', { status: String(answer.status) }),
        since: serverSince(store, ours, since),
      },
      'round-trip': { is: answer.milliseconds, source, since },
      'clock-skew':
        answer.date === null
          ? { unseen: say('the answer has no date') }
          : {
              is: Math.round((since - answer.milliseconds / 2 - answer.date) / 1000),
              source: say('the date of an answer, to a second'),
              since,
            },
      tls: tls ?? kept('tls', answer.tls ?? 'unknown', source),
      'server-version': ours
        ? kept('server-version', `${info.version}, protocol ${String(info.protocol)}`, source)
        : { unseen: say('the answer is not Rollcall’s') },
    };
  } catch (error) {
    const { code, evidence } = linkTrouble(error);
    const not = { unseen: say('the server does not answer ({code})', { code }) };
    const since = serverSince(store, false, now());
    const server = { is: false, source: say('a request that failed ({error})', { error: String(evidence['error'] ?? code) }), since };
    return { ...own, server, 'round-trip': not, 'clock-skew': not, tls: tls ?? not, 'server-version': not };
  }
}
