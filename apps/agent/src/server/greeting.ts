import { agree, MIN_SUPPORTED, PROTOCOL_VERSION, tellReason, type Evidence, type Refusal, type ServerInfo } from '@rollcall/protocol';
import { VERSION } from '../version.ts';

/** Server and device do not speak a common version; whoever is older has to be updated. */
export class Disagreement extends Error {
  override readonly name = 'Disagreement';
  readonly ok = false;
  readonly code: 'update-needed' | 'server-outdated';
  readonly evidence: Evidence;
  constructor(code: 'update-needed' | 'server-outdated', evidence: Evidence) {
    super(tellReason({ code, since: 0, evidence }).words);
    this.code = code;
    this.evidence = evidence;
  }
}

const OWN = `${VERSION}, protocol ${PROTOCOL_VERSION}`;

/** The server refuses this version, whatever is asked. */
export function tooOld({ details }: Refusal): Disagreement {
  const said = (name: string): string => `protocol ${String(details[name] ?? '?')}`;
  return new Disagreement('update-needed', { device: OWN, server: said('protocol'), needs: said('minSupported') });
}

/** How long the server's word holds: it may be replaced while nobody sees a connection break. Milliseconds. */
const HOLDS_MS = 60_000;

/**
 * Asks the server for its version, and whose device it takes this one for, before anything else is said, and again after a connection
 * broke.
 */
export class Greeting {
  readonly #ask: () => Promise<ServerInfo>;
  readonly #now: () => number;
  readonly #isOwners: () => Promise<boolean>;
  /** The account was found to be the right one, on this connection. */
  #known = false;
  #answer: Promise<void> | null = null;
  #since = 0;

  /** @param isOwners rejects when this device is signed in as somebody else; false: nobody could say */
  constructor(ask: () => Promise<ServerInfo>, now: () => number, isOwners: () => Promise<boolean> = () => Promise.resolve(true)) {
    this.#ask = ask;
    this.#now = now;
    this.#isOwners = isOwners;
  }

  /** Rejects with `Disagreement`, or with what kept the answer away; then it is asked again next time. */
  agreed(): Promise<void> {
    if (this.#answer !== null && this.#now() - this.#since < HOLDS_MS) return this.#answer;
    this.#since = this.#now();
    const answer = this.#ask().then(async (info) => {
      check(info);
      if (!this.#known) this.#known = await this.#isOwners();
    });
    this.#answer = answer;
    answer.catch(() => this.forget());
    return answer;
  }

  forget(): void {
    this.#answer = null;
    this.#known = false;
  }
}

function check({ version, protocol, minSupported }: ServerInfo): void {
  const agreement = agree(PROTOCOL_VERSION, protocol, minSupported);
  switch (agreement) {
    case 'agreed':
      return;
    case 'update-needed':
    case 'server-outdated':
      throw new Disagreement(agreement, {
        device: OWN,
        server: `${version}, protocol ${protocol}`,
        needs: `protocol ${agreement === 'update-needed' ? minSupported : MIN_SUPPORTED}`,
      });
    default:
      agreement satisfies never;
  }
}
