import type { Evidence, ReasonCode } from '@rollcall/protocol';

/** The part of the platform's AbortSignal that is used here. */
export interface Signal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** Waiting and chance come in as arguments, so that tests decide both. */
export interface Pace {
  /** Resolves after `ms` milliseconds, or at once when the signal is aborted. Never rejects. */
  wait(ms: number, signal: Signal | undefined): Promise<void>;
  /** 0 up to, but not including, 1. */
  random(): number;
}

export interface TransferRequest<Body> {
  readonly method: 'GET' | 'HEAD' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below the server's address. */
  readonly path: string;
  /** Names in lower case; `content-length` is set when there is a body. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body | null;
  readonly signal: Signal | undefined;
  /** Told how many bytes of the body have left so far, where the platform can say. */
  readonly onSent: ((bytes: number) => void) | undefined;
  /** Told the header fields of each informational response 104, where the platform can hear them (Node's `information` event). */
  readonly onInformed?: ((header: (name: string) => string | null) => void) | undefined;
}

export interface TransferResponse {
  readonly status: number;
  /** A header's value by its lower-case name; null when there is none. */
  header(name: string): string | null;
  /** The content; reading it ends with an error when the connection breaks before its end. */
  readonly body: AsyncIterable<Uint8Array>;
}

/**
 * Carries one request to the server, signed in. Resolves with any answer, whatever its status, as soon
 * as its head is there, even when the request's body was not taken whole. Rejects when there was no
 * answer, with the body's own error (or with an error whose `cause` it is) when reading the body failed.
 * Reading the body must end at once when the request ends. A link that is silent for long is the transport's
 * to give up.
 */
export interface Transport<Body> {
  request(request: TransferRequest<Body>): Promise<TransferResponse>;
}

/**
 * Bytes to send. `Body` is what the transport takes: a stream of chunks, bytes, or a browser's Blob.
 * A slice is asked for again after a break, so each call must read anew.
 */
export interface Source<Body> {
  readonly size: number;
  /** A body that is a stream passes its chunks through `gated(chunks, offset, gate)`; others need not. */
  slice(offset: number, length: number, gate: Gate): Body;
}

/** Holds a body back while too many of its bytes are under way. */
export interface Gate {
  /** Resolves when the bytes of the file before `position` may leave. */
  pass(position: number): Promise<void>;
}

/** Thrown by a source or a sink whose own file is at fault; ends the transfer with that reason. */
export class FileFailure extends Error {
  override readonly name = 'FileFailure';
  readonly code: 'bytes-changed' | 'file-changing' | 'file-unreadable' | 'device-disk-full' | 'permission-missing';
  readonly evidence: Evidence;
  constructor(code: FileFailure['code'], evidence: Evidence = {}) {
    super(`the file could not be used: ${code}`);
    this.code = code;
    this.evidence = evidence;
  }
}

/**
 * What to do after a failure: `retry` the same transfer later, `ask` again first (the ticket is dead),
 * or `stop` until a person or an event changes something.
 */
export type Next = 'retry' | 'ask' | 'stop';

export type TransferFailure =
  /** The signal was aborted; what arrived is kept. */
  | { readonly ok: false; readonly code: 'stopped' }
  | { readonly ok: false; readonly code: ReasonCode; readonly evidence: Evidence; readonly next: Next };
