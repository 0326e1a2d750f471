import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REASON_CODES, tellReason, type Evidence, type ReasonCode } from './reasons.ts';

const told = (code: ReasonCode, evidence: Evidence): ReturnType<typeof tellReason> => tellReason({ code, since: 1, evidence });
const STATUSES = [401, 403, 404, 409, 413, 429, 500, 502, 503, 504, 507, 599];
const CODES = [
  ...STATUSES.map((status) => `HTTP ${status}`),
  'EIO',
  'EACCES',
  'EPERM',
  'ENOSPC',
  'EDQUOT',
  'EROFS',
  'EBUSY',
  'ENAMETOOLONG',
  'EMFILE',
  'ELOOP',
  'ETIMEDOUT',
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'HPE_INVALID_CONSTANT',
];
const SHOW_IT = ['given-up', 'refused', 'download-failed', 'file-unreadable', 'server-unreachable', 'tls-failed'] as const;

test('IF-8: an error is told in words, with its code behind them; an error that nobody has words for stands as it is, in quotes', () => {
  for (const code of SHOW_IT)
    for (const error of CODES) {
      const { words } = told(code, { error });
      assert.match(words, new RegExp(`: (?:[a-z]|Rollcall)[^()]{8,} \\(${error}\\)\\.`), `${code}: ${words}`);
    }
  const said = new Set(CODES.map((error) => told('refused', { error }).words.replaceAll(/ \(.*?\)/g, '')));
  assert.ok(said.size > CODES.length - 8, 'most have words of their own');
  assert.equal(told('refused', { error: 'HTTP 403' }).words, 'The server refused it: what answers there does not allow it (HTTP 403).');
  assert.equal(
    told('server-unreachable', { error: 'ECONNREFUSED' }).words,
    'The server does not answer: no program takes calls at its address (ECONNREFUSED).',
  );
  assert.equal(
    told('tls-failed', { error: 'DEPTH_ZERO_SELF_SIGNED_CERT' }).words,
    'No safe connection to the server: its certificate is signed by itself (DEPTH_ZERO_SELF_SIGNED_CERT).',
  );
  // As a system writes it into a longer text.
  assert.equal(
    told('download-failed', { error: "EIO: i/o error, open '/photos/a.jpg'" }).words,
    'It could not be fetched: the disk fails at it (EIO).',
  );
  assert.equal(
    told('download-failed', { error: 'read ECONNRESET' }).words,
    'It could not be fetched: the connection broke off (ECONNRESET).',
  );
  assert.equal(told('refused', { error: 'EWHATEVER' }).words, 'The server refused it: “EWHATEVER”.');
  assert.equal(told('refused', { error: 'HTTP 418' }).words, 'The server refused it: “HTTP 418”.');
  assert.equal(told('refused', { error: 'constructor' }).words, 'The server refused it: “constructor”.');
  assert.equal(told('refused', { error: 'The album is not there.' }).words, 'The server refused it: “The album is not there”.');
  assert.equal(
    told('download-failed', { error: 'the server has fewer bytes' }).words,
    'It could not be fetched: the server has fewer bytes.',
  );
  assert.equal(told('refused', {}).words, 'The server refused it: no reason was given.');
});

test('IF-8: what was given up has the cure that fits its error, and how it is tried again', () => {
  const cures = ['HTTP 403', 'HTTP 502', 'EIO', 'EBUSY', 'ENOSPC', 'CERT_HAS_EXPIRED', 'ECONNRESET', 'EWHATEVER'].map(
    (error) => told('given-up', { tries: 3, error }).cure,
  );
  assert.equal(new Set(cures).size, cures.length);
  for (const cure of cures) {
    assert.doesNotMatch(cure, /what the error says/);
    assert.match(cure, /^[A-Z].+\. Then have it tried again: on the page Sync health, by rollcall restart, or by saving the file again\.$/);
  }
  assert.match(told('given-up', { tries: 3, error: 'HTTP 403' }).cure, /^See what stands before the server/);
  assert.match(told('given-up', { tries: 3, was: 'digest-mismatch', error: 'The bytes …' }).cure, /^Check the memory and disks/);
});

test('IF-9: what fails for its own sake tells how often it was tried, and when it is tried next', () => {
  const nextTry = Date.UTC(2031, 4, 3, 14, 26);
  for (const code of ['refused', 'download-failed', 'bytes-changed', 'digest-mismatch', 'too-large-for-proxy'] as const) {
    const { words, ends } = told(code, { error: 'HTTP 403', tries: 2, nextTry });
    assert.match(words, / Tried 2 times\.$/, code);
    assert.match(ends.words, /^The next try, at 2031-05-03 /, code);
    assert.match(told(code, { tries: 1 }).words, / Tried once\.$/, code);
    assert.doesNotMatch(told(code, {}).words, /Tried/, code);
  }
  // Whoever has given up says it once; what waits for something else was not tried.
  const saying = REASON_CODES.filter((code) => /Tried 2 times/.test(told(code, { tries: 2 }).words));
  assert.deepEqual(saying.toSorted(), ['bytes-changed', 'digest-mismatch', 'download-failed', 'refused', 'too-large-for-proxy']);
});
