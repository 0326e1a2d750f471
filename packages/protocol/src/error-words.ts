import { message, say } from './language.ts';
import { retell } from './retell.ts';

/** What an error is in words, and what a person can do about it; neither has a period at its end. */
interface ErrorWords {
  readonly words: string;
  readonly cure: string;
}

const RIGHTS = message('Let the user that runs Rollcall read and write the file and its folder');
const BEFORE = message('See what stands before the server (a proxy, a filter), and what its own notes say of this photo');
const SERVER = message('See that the server is running (rollcall serve, there), and what its output says');
const LINE = message('See that the link is good, and that nothing on the way ends long transfers');
const NAME = message('See that the address of the server is right, and that names are found on this network');
const WAY = message('See that this network leads to the server');
const TRUST = message('Check the server’s certificate, or a network that puts itself in between');
const TIME = message('See that the clock of this device is right; then have the server’s certificate made anew');
const DISK = message('Check the disk, and put a good copy of the file in its place, as from a backup');

/** By the code that the system or the server gives. */
const ERRORS: ReadonlyMap<string, ErrorWords> = new Map(
  Object.entries({
    'HTTP 400': { words: message('what answers there did not understand the request'), cure: BEFORE },
    'HTTP 401': { words: message('what answers there wants a sign-in first'), cure: BEFORE },
    'HTTP 403': { words: message('what answers there does not allow it'), cure: BEFORE },
    'HTTP 404': {
      words: message('what answers there does not know the address'),
      cure: message('See that what stands before the server leads all to it'),
    },
    'HTTP 405': { words: message('what answers there does not allow such requests'), cure: BEFORE },
    'HTTP 408': { words: message('it took longer than what answers there waits'), cure: LINE },
    'HTTP 409': { words: message('it does not fit what is there by now'), cure: SERVER },
    'HTTP 413': {
      words: message('it is larger than what is let through'),
      cure: message('Raise the body limit of the proxy in front of the server'),
    },
    'HTTP 429': { words: message('what answers there got too many requests'), cure: message('Give it some minutes') },
    'HTTP 500': { words: message('what answers there failed by itself'), cure: SERVER },
    'HTTP 502': {
      words: message('a proxy found no server behind it'),
      cure: message('See that the server runs (rollcall serve) behind its proxy'),
    },
    'HTTP 503': { words: message('what answers there is too busy, or being serviced'), cure: SERVER },
    'HTTP 504': { words: message('a proxy waited in vain for the server'), cure: SERVER },
    'HTTP 507': {
      words: message('there is no room for it there'),
      cure: message('Ask the owner of the server to free up space on its disk'),
    },

    EIO: { words: message('the disk fails at it'), cure: DISK },
    EACCES: { words: message('Rollcall has no right to it'), cure: RIGHTS },
    EPERM: { words: message('the system does not let Rollcall do it'), cure: RIGHTS },
    ENOSPC: { words: message('the disk is full'), cure: message('Free up space on this disk') },
    EDQUOT: {
      words: message('this user may take no more of the disk'),
      cure: message('Free up space, or have the share of this user raised'),
    },
    EROFS: {
      words: message('the disk cannot be written to'),
      cure: message('Make the disk writable, as by mounting it anew without “ro”'),
    },
    EBUSY: { words: message('another program has it in use'), cure: message('End the program that uses the file') },
    ETXTBSY: { words: message('another program has it in use'), cure: message('End the program that uses the file') },
    EFBIG: {
      words: message('it is larger than this disk can keep'),
      cure: message('Use a disk with a file system that keeps large files'),
    },
    EINVAL: { words: message('the disk does not take it'), cure: DISK },
    EISDIR: { words: message('a folder lies in its place'), cure: message('Give the folder another name') },
    ELOOP: { words: message('links lead in a circle'), cure: message('Remove the links that lead in a circle') },
    ENAMETOOLONG: { words: message('its name is too long for this disk'), cure: message('Give it a shorter name') },
    ENOENT: { words: message('it is no longer there'), cure: message('See that the folder and its disk are there') },
    ENOTDIR: { words: message('a file lies where its folder should be'), cure: message('Give the file that lies there another name') },
    EMFILE: { words: message('too many files are open'), cure: message('End programs that have many files open') },
    ENFILE: { words: message('too many files are open'), cure: message('End programs that have many files open') },
    ENOMEM: { words: message('the memory is full'), cure: message('End programs that take much memory') },
    ESTALE: { words: message('the disk in the network has lost it'), cure: message('Connect the disk in the network again') },

    ETIMEDOUT: { words: message('nobody answered in time'), cure: LINE },
    ECONNRESET: { words: message('the connection broke off'), cure: LINE },
    ECONNABORTED: { words: message('the connection was given up'), cure: LINE },
    EPIPE: { words: message('the connection was closed in the midst'), cure: LINE },
    ECONNREFUSED: { words: message('no program takes calls at its address'), cure: SERVER },
    ENOTFOUND: { words: message('its name leads nowhere'), cure: NAME },
    EAI_AGAIN: { words: message('its name could not be looked up'), cure: NAME },
    ENETDOWN: { words: message('the network is down'), cure: WAY },
    ENETUNREACH: { words: message('no way leads to it'), cure: WAY },
    EHOSTUNREACH: { words: message('its machine is not reached'), cure: WAY },
    EHOSTDOWN: { words: message('its machine is not reached'), cure: WAY },

    DEPTH_ZERO_SELF_SIGNED_CERT: { words: message('its certificate is signed by itself'), cure: TRUST },
    SELF_SIGNED_CERT_IN_CHAIN: { words: message('its certificate is signed by nobody whom this device trusts'), cure: TRUST },
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: { words: message('its certificate does not show who signed it'), cure: TRUST },
    UNABLE_TO_GET_ISSUER_CERT: { words: message('who signed its certificate is not known'), cure: TRUST },
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: { words: message('who signed its certificate is not known'), cure: TRUST },
    CERT_HAS_EXPIRED: { words: message('its certificate has expired'), cure: TIME },
    CERT_NOT_YET_VALID: { words: message('its certificate is not valid yet'), cure: TIME },
    CERT_REVOKED: { words: message('its certificate was taken back'), cure: TRUST },
    CERT_UNTRUSTED: { words: message('its certificate is signed by nobody whom this device trusts'), cure: TRUST },
    ERR_TLS_CERT_ALTNAME_INVALID: { words: message('its certificate is for another name'), cure: TRUST },
    EPROTO: { words: message('what answers there does not speak HTTPS as it should'), cure: TRUST },
  }),
);
/** Whole families, where the members tell a person no more. */
const FAMILIES: readonly (readonly [RegExp, ErrorWords])[] = [
  [/^HTTP 5\d\d$/, { words: message('what answers there failed'), cure: SERVER }],
  [/^ERR_(?:SSL|TLS)_/, { words: message('what answers there does not speak HTTPS as it should'), cure: TRUST }],
  [/^HPE_/, { words: message('what answers there does not speak HTTP as it should'), cure: BEFORE }],
];

const known = (code: string): ErrorWords | undefined => ERRORS.get(code) ?? FAMILIES.find(([codes]) => codes.test(code))?.[1];

/** The first code in a text for which there are words. */
function find(error: string): (ErrorWords & { readonly code: string }) | null {
  const codes = error.match(/\bHTTP \d{3}\b|\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*\b/g) ?? [];
  for (const code of codes) {
    const words = known(code);
    if (words !== undefined) return { ...words, code };
  }
  return null;
}

/**
 * An error within a sentence: `the disk fails at it (EIO)`, the code for whoever helps. What nobody has words for stands as it is, in
 * quotes; words of Rollcall's own, which begin small, stand without.
 */
export function errorWords(error: string): string {
  const found = find(error);
  if (found !== null) return `${say(found.words)} (${found.code})`;
  return /^[a-z]+ /.test(error) ? retell(error) : say('“{name}”', { name: retell(error).replace(/\.$/, '') });
}

/** What a person can do about an error, without a period; null: nobody knows. */
export function errorCure(error: string): string | null {
  const cure = find(error)?.cure;
  return cure === undefined ? null : say(cure);
}
