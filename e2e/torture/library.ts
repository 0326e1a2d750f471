import { BYTES, entityKey, type Asset, type Change, type Entity, type Resource } from '@rollcall/protocol';
import { setTimeout as wait } from 'node:timers/promises';
import { signInByPassword, type Session } from '../support/session.ts';
import { hashOf, PASSWORD } from '../support/world.ts';

const OFTEN_MS = 250;

/** The library as somebody sees it who sits at a browser of the server's own machine: what the feed has told so far. */
export class Library {
  readonly #url: () => string;
  /** Bytes that the feed told of. */
  readonly #told: (resource: Resource) => void;
  readonly #rows = new Map<string, { readonly seq: number; readonly entity: Entity }>();
  /** Of every original that was ever told of: its photo. */
  readonly photoOf = new Map<string, string>();
  #cursor: string | null = null;
  #session: Session | null = null;
  #watching: Promise<void> | null = null;
  #ended = false;

  constructor(url: () => string, told: (resource: Resource) => void) {
    this.#url = url;
    this.#told = told;
  }

  /** Looks again and again, as long as it is not ended; a server that is away is asked later. */
  watch(): void {
    this.#watching ??= (async () => {
      while (!this.#ended) {
        // Everything may fail here at any time: what was not heard now is heard later.
        await this.pull().catch(() => undefined);
        await wait(OFTEN_MS);
      }
    })();
  }

  async end(): Promise<void> {
    this.#ended = true;
    await this.#watching;
  }

  /** Up to the head. Throws when the server does not answer. */
  async pull(): Promise<void> {
    for (;;) {
      const session = await this.#signedIn();
      const page = await this.#orForget(session.ok('changes', { query: this.#cursor === null ? {} : { cursor: this.#cursor } }));
      for (const { seq, entity } of page.changes) {
        this.#rows.set(entityKey(entity), { seq, entity });
        if (entity.type !== 'resource' || entity.removed) continue;
        if (entity.role === 'original') this.photoOf.set(entity.hash, entity.assetId);
        this.#told(entity);
      }
      this.#cursor = page.cursor;
      if (page.complete) return;
    }
  }

  /** Forgets what was told: another state of the server's folder is there now. */
  forget(): void {
    this.#rows.clear();
    this.#cursor = null;
  }

  async #signedIn(): Promise<Session> {
    this.#session ??= await signInByPassword(this.#url());
    return this.#session;
  }

  /** After a refusal all is asked anew, as the page would do: the cursor may have expired, or the session. */
  async #orForget<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      if (error instanceof Error && error.message.includes('was refused')) {
        this.#session = null;
        this.forget();
      }
      throw error;
    }
  }

  async act(...changes: Change[]): Promise<void> {
    const session = await this.#signedIn();
    const actions = changes.map((change) => ({ id: crypto.randomUUID(), change }));
    await session.ok('actions', { body: { actions, password: PASSWORD } });
  }

  assets(state: Asset['state']): { readonly asset: Asset; readonly seq: number; readonly resources: readonly Resource[] }[] {
    const resources = Map.groupBy(this.resources(), ({ assetId }) => assetId);
    return [...this.#rows.values()].flatMap(({ seq, entity }) =>
      entity.type === 'asset' && entity.state === state ? [{ asset: entity, seq, resources: resources.get(entity.id) ?? [] }] : [],
    );
  }

  resources(): Resource[] {
    return [...this.#rows.values()].flatMap(({ entity }) => (entity.type === 'resource' && !entity.removed ? [entity] : []));
  }

  /** The hash of the bytes as any reader is given them, or why there are none. */
  async download(resource: Resource): Promise<{ readonly hash: string } | { readonly why: string }> {
    try {
      const bytes = await (await this.#signedIn()).bytes(BYTES.resource(resource.assetId, resource.id));
      return { hash: hashOf(bytes) };
    } catch (error) {
      return { why: error instanceof Error ? error.message : String(error) };
    }
  }
}
