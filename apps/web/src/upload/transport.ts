import { NoAnswer } from '../api/call.ts';
import type { Pace, Transport, TransferRequest, TransferResponse } from '@rollcall/transfer';

/** A request during which not a byte moves for this long is given up, in milliseconds. */
const STALL = 60_000;

/** `fetch` tells nothing of how much was sent; XMLHttpRequest does. */
export const browserTransport: Transport<Blob> = {
  request: (request) =>
    new Promise((resolve, reject) => {
      const carrier = new XMLHttpRequest();
      let stall: ReturnType<typeof setTimeout> | undefined;
      const alive = (): void => {
        clearTimeout(stall);
        stall = setTimeout(() => carrier.abort(), STALL);
      };
      const stop = (): void => carrier.abort();
      carrier.open(request.method, request.path);
      setHeaders(carrier, request);
      carrier.upload.addEventListener('progress', (event) => {
        alive();
        request.onSent?.(event.loaded);
      });
      carrier.addEventListener('load', () => resolve(responseOf(carrier)));
      carrier.addEventListener('error', () => reject(new NoAnswer('The link broke.')));
      carrier.addEventListener('abort', () => reject(new NoAnswer('The request was given up.')));
      carrier.addEventListener('loadend', () => {
        clearTimeout(stall);
        request.signal?.removeEventListener('abort', stop);
      });
      request.signal?.addEventListener('abort', stop);
      alive();
      carrier.send(request.body);
    }),
};

function setHeaders(carrier: XMLHttpRequest, request: TransferRequest<Blob>): void {
  // The browser sets the length itself, and refuses to be told.
  for (const [name, value] of Object.entries(request.headers)) if (name !== 'content-length') carrier.setRequestHeader(name, value);
}

function responseOf(carrier: XMLHttpRequest): TransferResponse {
  return {
    status: carrier.status,
    header: (name) => carrier.getResponseHeader(name),
    body: {
      async *[Symbol.asyncIterator]() {
        yield new TextEncoder().encode(carrier.responseText);
      },
    },
  };
}

/** Waits, but no longer than until the link is back. */
export const browserPace: Pace = {
  wait: (milliseconds, signal) =>
    new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        self.removeEventListener('online', done);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      self.addEventListener('online', done);
      signal?.addEventListener('abort', done);
    }),
  random: () => Math.random(),
};
