import type { Change, Mutation, UploadAsk } from '@rollcall/protocol';
import type { Piece } from '../disk/bytes.ts';

/** What a device or a browser asks of the server. */
export type Request =
  | { readonly route: 'server' }
  | { readonly route: 'ask'; readonly asks: readonly UploadAsk[] }
  | { readonly route: 'send'; readonly upload: string; readonly headers: Headers; readonly body: Body; readonly whole: boolean }
  | { readonly route: 'offset'; readonly upload: string }
  | { readonly route: 'mutations'; readonly mutations: readonly Mutation[] }
  | { readonly route: 'changes'; readonly cursor: string | null; readonly limit: number }
  | {
      readonly route: 'download';
      readonly assetId: string;
      readonly resourceId: string;
      readonly from: number;
      readonly tag: string;
      readonly compressed?: true;
    }
  | { readonly route: 'actions'; readonly actions: readonly { readonly id: string; readonly change: Change }[] }
  | { readonly route: 'orders' }
  | { readonly route: 'order-done'; readonly id: string }
  | { readonly route: 'wanted' }
  | { readonly route: 'fork'; readonly attempt: string }
  | {
      readonly route: 'roll-call';
      readonly lines: readonly { readonly assetId: string; readonly role: string; readonly hash: string }[];
      /** For the proof that a device may be erased: what is in Recently Deleted is no proof. */
      readonly proves?: true;
    };

export type Headers = Readonly<Record<string, string>>;

/** The content of a request: a stretch of a file. `whole` is false when the connection breaks before its end. */
export interface Body {
  readonly piece: Piece | null;
  readonly length: number;
  readonly whole: boolean;
}

export interface Sender {
  readonly deviceId: string;
  readonly libraryId: string;
  /** The version of the protocol that it speaks. */
  readonly protocol: number;
}

export interface Response {
  readonly status: number;
  readonly headers: Headers;
  readonly json: unknown;
  /** The text of something on the way that is not Rollcall's: a portal's page, a proxy's error. */
  readonly foreign?: string;
  /** Bytes of a download, and whether they came to their end. */
  readonly bytes?: { readonly piece: Piece; readonly whole: boolean };
}

/** What comes of a request. */
export type Reply =
  | { readonly came: true; readonly response: Response }
  /** No answer: the codes of Node's sockets. */
  | { readonly came: false; readonly code: 'ECONNREFUSED' | 'ECONNRESET' | 'ETIMEDOUT' | 'ENETUNREACH' };

export function answered(json: unknown, status = 200): Response {
  return { status, headers: {}, json };
}

export function refused(code: string, status: number, details: Readonly<Record<string, string | number | boolean | null>> = {}): Response {
  return { status, headers: {}, json: { error: { code, words: `refused: ${code}`, details } } };
}
