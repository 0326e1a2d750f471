import type { Cloud } from '../server/cloud.ts';
import type { Chance } from '../world/chance.ts';
import { Slot } from '../world/routine.ts';
import type { Timeline } from '../world/timeline.ts';
import type { Reply, Request, Response, Sender } from '../wire/messages.ts';

/** How long somebody waits for an answer. Milliseconds. */
const PATIENCE_MS = 15_000;

/** What stands between one device and the server just now. */
export interface Link {
  kind: 'wifi' | 'mobile';
  online: boolean;
  /** Milliseconds that a message takes, and how much longer it may take by chance: with much of it messages overtake each other. */
  latency: number;
  jitter: number;
  /** Of messages in each direction; 1 cuts that direction. */
  loseRequests: number;
  loseReplies: number;
  duplicate: number;
  /** Of bodies: broken off somewhere. */
  cut: number;
  /** A portal answers everything itself, with its page. */
  portal: boolean;
  /** A proxy refuses larger bodies, with 413 or with 502. */
  proxy: { readonly most: number; readonly status: 413 | 502 } | null;
}

export function goodLink(): Link {
  return {
    kind: 'wifi',
    online: true,
    latency: 10,
    jitter: 10,
    loseRequests: 0,
    loseReplies: 0,
    duplicate: 0,
    cut: 0,
    portal: false,
    proxy: null,
  };
}

/** Carries requests to the server and answers back, as far as the links let it. */
export class Network {
  readonly #timeline: Timeline;
  readonly #chance: Chance;
  readonly #cloud: Cloud;
  readonly #open = new Set<(reply: Reply) => void>();

  constructor(timeline: Timeline, chance: Chance, cloud: Cloud) {
    this.#timeline = timeline;
    this.#chance = chance;
    this.#cloud = cloud;
  }

  /** The server ended: connections that were open break. */
  reset(): void {
    for (const end of Array.from(this.#open))
      this.#timeline.after(this.#chance.next() * 20, 'a connection breaks', () => end({ came: false, code: 'ECONNRESET' }));
  }

  /** Told of each request, for whoever watches over what goes over which link. */
  onSent: ((sender: Sender, request: Request, link: Link) => void) | null = null;
  /** Told of each answer as the server gave it, whether or not it comes through. */
  onAnswered: ((sender: Sender, request: Request, response: Response) => void) | null = null;

  send(link: Link, sender: Sender, request: Request): Slot<Reply> {
    this.onSent?.(sender, request, link);
    const slot = new Slot<Reply>();
    if (!link.online) {
      this.#timeline.after(1, 'no link', () => slot.bring({ came: false, code: 'ENETUNREACH' }));
      return slot;
    }
    const patience = this.#timeline.after(PATIENCE_MS, 'nobody answers', () => end({ came: false, code: 'ETIMEDOUT' }));
    const end = (reply: Reply): void => {
      this.#open.delete(end);
      patience.cancelled = true;
      slot.bring(reply);
    };
    this.#open.add(end);
    const times = this.#chance.happens(link.duplicate) ? 2 : 1;
    for (let time = 0; time < times; time += 1) this.#carry(link, sender, this.#cutShort(link, request), end);
    return slot;
  }

  #delay(link: Link): number {
    return link.latency + this.#chance.next() * link.jitter;
  }

  #carry(link: Link, sender: Sender, request: Request, end: (reply: Reply) => void): void {
    const foreign = this.#intercepted(link, request);
    if (foreign) {
      this.#timeline.after(this.#delay(link), 'something on the way answers', () => end({ came: true, response: foreign }));
      return;
    }
    if (this.#chance.happens(link.loseRequests)) return;
    this.#timeline.after(this.#delay(link), `${request.route} arrives`, () => this.#arrived(link, sender, request, end));
  }

  #arrived(link: Link, sender: Sender, request: Request, end: (reply: Reply) => void): void {
    const slot = this.#cloud.receive(sender, request);
    if (slot === null) {
      this.#timeline.after(this.#delay(link), 'nobody listens', () => end({ came: false, code: 'ECONNREFUSED' }));
      return;
    }
    slot.onFilled(() => {
      const given = slot.value();
      if (given !== null) this.onAnswered?.(sender, request, given);
      if (this.#chance.happens(link.loseReplies)) return;
      const response = slot.value();
      const reply: Reply =
        response === null || (request.route === 'send' && !request.body.whole)
          ? { came: false, code: 'ECONNRESET' }
          : { came: true, response: this.#cutAnswer(link, response) };
      this.#timeline.after(this.#delay(link), `${request.route} is answered`, () => end(reply));
    });
  }

  #intercepted(link: Link, request: Request): Response | null {
    if (link.portal) return { status: 200, headers: {}, json: null, foreign: '<html>Welcome to the hotel. Accept the terms.</html>' };
    const { proxy } = link;
    if (proxy !== null && request.route === 'send' && request.body.length > proxy.most)
      return { status: proxy.status, headers: {}, json: null, foreign: '<html>too large</html>' };
    return null;
  }

  #cutShort(link: Link, request: Request): Request {
    if (request.route !== 'send' || request.body.piece === null || !this.#chance.happens(link.cut)) return request;
    const { piece, length } = request.body;
    const to = piece.from + this.#chance.below(Math.max(1, piece.to - piece.from));
    return { ...request, body: { piece: { ...piece, to }, length, whole: false } };
  }

  #cutAnswer(link: Link, response: Response): Response {
    if (!response.bytes || !this.#chance.happens(link.cut)) return response;
    const { piece } = response.bytes;
    const to = piece.from + this.#chance.below(Math.max(1, piece.to - piece.from));
    return { ...response, bytes: { piece: { ...piece, to }, whole: false } };
  }
}
