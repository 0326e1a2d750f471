import { ApiError, type ErrorCode, type Evidence, type ReasonCode } from '@rollcall/protocol';
import { FileFailure, type Next, type TransferFailure, type TransferResponse } from './ports.ts';

/** Most bytes of an answer that are read to understand it. */
const MOST_TEXT = 64 * 1024;

export type Reported = Extract<TransferFailure, { next: Next }>;

export function failure(code: ReasonCode, next: Next, evidence: Evidence = {}): Reported {
  return { ok: false, code, evidence, next };
}

/** The content of an answer as text; null when it is too long, broken off, or not UTF-8. */
export async function textOf(response: TransferResponse): Promise<string | null> {
  const bytes: number[] = [];
  try {
    for await (const chunk of response.body) {
      if (bytes.length + chunk.length > MOST_TEXT) return null;
      for (const byte of chunk) bytes.push(byte);
    }
    return decodeURIComponent(bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
  } catch {
    return null;
  }
}

export function jsonOf(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

export type Refused = ApiError['error'];

/** The server's refusal; null when the answer is not Rollcall's own. */
export function refusalOf(text: string | null): Refused | null {
  const parsed = ApiError.safeParse(jsonOf(text));
  return parsed.success ? parsed.data.error : null;
}

/** What a refusal of the server's means for a transfer. */
export function failureOf(refused: Refused, otherwise: 'refused' | 'download-failed'): Reported {
  const { code, words, details } = refused;
  switch (code) {
    case 'signed-out':
    case 'device-revoked':
    case 'update-needed':
    case 'quota-full':
    case 'server-disk-full':
      return failure(code, 'stop', { ...details });
    case 'too-large':
      return failure('too-large-for-server', 'stop', { ...details });
    case 'upload-gone':
    case 'not-found':
      return failure(otherwise, 'ask', { error: words });
    case 'size-mismatch':
      return failure('bytes-changed', 'ask', { ...details });
    case 'digest-mismatch':
      return failure('digest-mismatch', 'retry', { ...details });
    case 'rate-limited':
    case 'server-busy':
      return failure('server-busy', 'retry', { ...details });
    default:
      return failure(otherwise, isPassing(code) ? 'retry' : 'stop', { error: words });
  }
}

/** Whether the same request may fare better in a moment. */
export function isPassing(code: ErrorCode): boolean {
  return code === 'internal' || code === 'rate-limited' || code === 'server-busy' || code === 'damaged' || code === 'not-ready';
}

/** What a missing answer means, by the codes of Node's errors; a browser's say nothing. A transport's own `FileFailure` is found through `cause`. */
export function failureOfError(error: unknown): Reported {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    if (cause instanceof FileFailure) return failure(cause.code, cause.code === 'bytes-changed' ? 'ask' : 'stop', cause.evidence);
    const code = 'code' in cause ? String(cause.code) : '';
    if (/^(ENOTFOUND|EAI_|ENETUNREACH|ENETDOWN|EHOSTUNREACH)/.test(code)) return failure('offline', 'retry', { error: code });
    if (/CERT|TLS|SSL|ALTNAME|SIGNATURE|UNABLE_TO_(VERIFY|GET)|SELF_SIGNED/.test(code))
      return failure('tls-failed', 'retry', { error: code });
    if (/^(ECONN|EPIPE|ETIMEDOUT|UND_ERR)/.test(code)) return failure('server-unreachable', 'retry', { error: code });
  }
  return failure('server-unreachable', 'retry', { error: error instanceof Error ? error.message.slice(0, 200) : 'no answer' });
}

/** True: the fault is in the file itself, and asking the server again would not help. */
export function isFileFault(reported: Reported): boolean {
  switch (reported.code) {
    case 'bytes-changed':
    case 'file-changing':
    case 'file-unreadable':
    case 'device-disk-full':
    case 'permission-missing':
      return true;
    default:
      return false;
  }
}
