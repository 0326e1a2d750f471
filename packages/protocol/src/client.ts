import type { z } from 'zod';
import { API, type Route, type RouteName } from './api/index.ts';
import { ApiError, type ErrorCode } from './errors.ts';
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from './version.ts';

export interface ClientRequest {
  readonly method: Route['method'];
  /** Path and query below the server's address. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}
export interface ClientResponse {
  readonly status: number;
  readonly text: string;
  /** Where the answer sends whoever asked (`Location`), and after how many milliseconds to ask again; absent: it does not say. */
  readonly location?: string | undefined;
  readonly retryAfter?: number | undefined;
}
/** Carries one request; rejects when there was no answer. */
export type Send = (request: ClientRequest) => Promise<ClientResponse>;

type Shape<R, K extends string> = R extends { readonly [P in K]: infer S extends z.ZodType } ? z.input<S> : undefined;
type Input<R> = (R extends { readonly params: z.ZodType } ? { params: Shape<R, 'params'> } : unknown) &
  (R extends { readonly query: z.ZodType } ? { query?: Shape<R, 'query'> } : unknown) &
  (R extends { readonly body: z.ZodType } ? { body: Shape<R, 'body'> } : unknown);
export type RouteInput<N extends RouteName> = Input<(typeof API)[N]>;
export type RouteOutput<N extends RouteName> = z.output<(typeof API)[N]['response']>;

/** The server's refusal, as a value. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly words: string;
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
  readonly status: number;
  /** Milliseconds after which the server wants to be asked again; absent: it does not say. */
  readonly retryAfter?: number;
}
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

/** An answer that is not Rollcall's: a captive portal's page, a proxy's error. */
export class ForeignAnswer extends Error {
  override readonly name = 'ForeignAnswer';
  readonly status: number;
  readonly start: string;
  /** Where it leads; null: nowhere. */
  readonly location: string | null;
  /** Milliseconds; null: it does not say. */
  readonly retryAfter: number | null;
  constructor(status: number, start: string, more: Pick<ClientResponse, 'location' | 'retryAfter'> = {}) {
    super(`HTTP ${status} that is not an answer of Rollcall: ${start.slice(0, 100)}`);
    this.status = status;
    this.start = start;
    this.location = more.location ?? null;
    this.retryAfter = more.retryAfter ?? null;
  }
}

export function parseRefusal(status: number, text: string, more: Pick<ClientResponse, 'location' | 'retryAfter'> = {}): Refusal {
  const body = ApiError.safeParse(parseJson(text));
  if (!body.success) throw new ForeignAnswer(status, text.slice(0, 500), more);
  const { retryAfter } = more;
  return { ...body.data.error, status, ...(retryAfter === undefined ? {} : { retryAfter }) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export type Call = <N extends RouteName>(name: N, input: RouteInput<N>) => Promise<Answer<RouteOutput<N>>>;

/**
 * The typed client of the API. Rejects with what `send` rejects with, or with `ForeignAnswer`;
 * a refusal of the server's is a value.
 */
export function createClient(send: Send, headers: Readonly<Record<string, string>> = {}): Call {
  return async (name, input) => {
    const route: Route = API[name];
    const {
      params = {},
      query = {},
      body,
    } = input as { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown };
    const path = route.path.replace(/:([A-Za-z]+)/g, (_, key: string) => encodeURIComponent(String(params[key])));
    const search = Object.entries(query)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`)
      .join('&');
    const response = await send({
      method: route.method,
      path: search ? `${path}?${search}` : path,
      headers: {
        accept: 'application/json',
        [PROTOCOL_HEADER]: String(PROTOCOL_VERSION),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (response.status >= 400) return { ok: false, refusal: parseRefusal(response.status, response.text, response) };
    const parsed = route.response.safeParse(parseJson(response.text));
    if (!parsed.success || response.status >= 300) throw new ForeignAnswer(response.status, response.text.slice(0, 500), response);
    return { ok: true, value: parsed.data as never };
  };
}
