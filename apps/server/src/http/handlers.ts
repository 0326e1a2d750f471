import type { API, MissingTool, RouteName, RouteOutput } from '@rollcall/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Attempts } from '../accounts/attempts.ts';
import type { Bundles } from '../bundles/bundles.ts';
import type { LiveUploads } from '../bytes/index.ts';
import type { Asker, ServerContext } from '../context.ts';
import type { Closings } from '../closing/closings.ts';
import type { Edits } from '../edits/edits.ts';
import type { PlaceNames } from '../gazetteer/place-names.ts';
import type { Orders } from '../orders/orders.ts';
import type { RenditionWork, Views } from '../renditions/index.ts';
import type { Presence } from '../presence/presence.ts';
import type { Proofs } from '../receipts/proofs.ts';
import type { Receipts } from '../receipts/receipts.ts';
import type { Rolls } from '../rolls/rolls.ts';
import type { AccountSettings } from '../settings/settings.ts';
import type { KeptGroups } from '../space/kept-groups.ts';
import type { Space } from '../space/space.ts';
import type { Silences } from '../silence/silence.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Ready } from '../health/readiness.ts';
import type { Authentication } from './authenticate.ts';

/** What the routes need beyond what every room is given. */
export interface RouteContext extends ServerContext {
  readonly uploads: LiveUploads;
  readonly attempts: Attempts;
  readonly rolls: Rolls;
  readonly orders: Orders;
  readonly receipts: Receipts;
  readonly proofs: Proofs;
  readonly settings: AccountSettings;
  readonly silences: Silences;
  readonly closings: Closings;
  readonly presence: Presence;
  readonly authentication: Authentication;
  readonly version: string;
  readonly ready: Ready;
  /** What of its own connections the app adds to. */
  readonly metricsOf: (settle: () => void) => Metrics;
  readonly bundles: Bundles;
  readonly placeNames: Pick<PlaceNames, 'of' | 'named' | 'within'>;
  readonly space: Pick<Space, 'of'>;
  readonly keptGroups: KeptGroups;
  readonly edits: Pick<Edits, 'save'>;
  readonly views: Pick<Views, 'ask' | 'left' | 'drop'>;
  readonly ahead: RenditionWork['ahead'];
  /** What pictures are not made for want of, now. */
  readonly missingTools: () => readonly MissingTool[];
}

type Parsed<R, K extends string> = R extends { readonly [P in K]: infer S extends z.ZodType } ? z.output<S> : undefined;
type AskerOf<R> = R extends { readonly auth: 'none' } ? null : Asker;

export interface Asked<N extends RouteName> {
  readonly asker: AskerOf<(typeof API)[N]>;
  readonly params: Parsed<(typeof API)[N], 'params'>;
  readonly query: Parsed<(typeof API)[N], 'query'>;
  readonly body: Parsed<(typeof API)[N], 'body'>;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}
/** An answer that is JSON text already. */
export class JsonText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
export type Handler<N extends RouteName> = (asked: Asked<N>) => Promise<RouteOutput<N> | JsonText>;
export type Handlers = { readonly [N in RouteName]: Handler<N> };
