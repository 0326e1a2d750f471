import { Disagreement, tooOld } from '../server/greeting.ts';
import { PLAIN_REFUSED } from '../server/http.ts';
import { ForeignAccount } from '../server/whose.ts';
import { Refused } from '../server/refused.ts';
import { ForeignAnswer, message, say, type Evidence, type ReasonCode, type Refusal } from '@rollcall/protocol';

/** What a request that brought no answer of Rollcall's says about the link or the server. */
export function linkTrouble(error: unknown): { code: ReasonCode; evidence: Evidence } {
  if (error instanceof Disagreement || error instanceof ForeignAccount) return { code: error.code, evidence: error.evidence };
  if (error instanceof Refused) {
    const trouble = deviceTrouble(error.refusal);
    if (trouble) return { code: trouble.code, evidence: trouble.evidence };
  }
  if (error instanceof ForeignAnswer) {
    if (error.status === 413) return { code: 'too-large-for-proxy', evidence: { piece: null } };
    if (error.status === 429 || (error.status === 503 && error.retryAfter !== null))
      return { code: 'server-busy', evidence: { error: `HTTP ${error.status}`, ...later(error) } };
    if (error.status < 400) return { code: 'captive-portal', evidence: { page: error.location } };
    return { code: 'server-unreachable', evidence: { error: `HTTP ${error.status}` } };
  }
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (code === 'ENETUNREACH' || code === 'ENETDOWN' || code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'EHOSTUNREACH') {
    return { code: 'offline', evidence: { error: code } };
  }
  if (code === PLAIN_REFUSED) return { code: 'tls-failed', evidence: { error: say('its address begins with http://, not https://') } };
  if (
    code.startsWith('ERR_TLS') ||
    code.startsWith('CERT_') ||
    code.includes('CERT') ||
    code.startsWith('ERR_SSL') ||
    code === 'EPROTO' ||
    code.startsWith('UNABLE_TO')
  ) {
    return { code: 'tls-failed', evidence: { error: code } };
  }
  return { code: 'server-unreachable', evidence: { error: code || message || 'no answer' } };
}

/** What a refusal says about this device as a whole; null: it concerns only what was asked. */
export function deviceTrouble(refusal: Refusal): { code: ReasonCode; evidence: Evidence; lasting: boolean } | null {
  switch (refusal.code) {
    case 'signed-out':
      return { code: 'signed-out', evidence: {}, lasting: true };
    case 'device-revoked': {
      const { closedOn } = refusal.details;
      return { code: 'device-revoked', evidence: closedOn === undefined ? {} : { closedOn }, lasting: true };
    }
    case 'device-forked':
      return { code: 'device-forked', evidence: {}, lasting: true };
    case 'update-needed':
      return { code: 'update-needed', evidence: tooOld(refusal).evidence, lasting: true };
    case 'server-busy':
    case 'rate-limited':
    case 'internal':
      return { code: 'server-busy', evidence: { error: refusal.words, ...later(refusal) }, lasting: false };
    case 'server-disk-full':
      return { code: 'server-disk-full', evidence: {}, lasting: false };
    case 'wrong-host':
      return { code: 'server-unreachable', evidence: { error: refusal.words }, lasting: false };
    default:
      return null;
  }
}

/** Milliseconds after which it wants to be asked again. */
function later({ retryAfter }: { readonly retryAfter?: number | null }): Evidence {
  return retryAfter == null ? {} : { retryAfter };
}

export function fileTrouble(error: unknown): { code: ReasonCode; evidence: Evidence } | null {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EPERM') return { code: 'permission-missing', evidence: { needed: message('read'), error: code } };
  if (code === 'EROFS') return { code: 'permission-missing', evidence: { needed: say('write to'), error: code } };
  if (code === 'ENOSPC' || code === 'EDQUOT') return { code: 'device-disk-full', evidence: { needed: null, free: null } };
  if (code === 'EIO' || code === 'ELOOP' || code === 'EINVAL') return { code: 'file-unreadable', evidence: { error: code } };
  return null;
}
