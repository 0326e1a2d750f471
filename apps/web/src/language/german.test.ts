import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { historyWords, readSize, sevenChecks, settingWords, tellFromAfar, USUAL_POLICY, type CheckFacts } from '@rollcall/core';
import { briefReason, momentWords, REASON_CODES, sizeWords, spanWords, speak, tellReason, type Evidence } from '@rollcall/protocol';
import { GERMAN } from './german.ts';

afterEach(() => speak({ tag: 'en-GB', messages: {} }));

const EVIDENCE: readonly Evidence[] = [
  {},
  { count: 2, deviceName: 'Laptop', notSafe: 3, heard: 5 },
  { home: '/h' },
  { forgotten: true },
  { seconds: 9, tries: 2, nextTry: 5, until: 5, closedOn: 5 },
  { where: 'server', whole: true, budget: 5, needed: 7, free: 1 },
  { where: 'cloud', error: 'EIO', optimised: true, photos: 2, copy: '/c' },
];

test('LA-13: every reason is told in German, on its device and of it elsewhere, where neither “dieses Gerät” nor “hier” is another one there', () => {
  const tell = (evidence: Evidence): string[] =>
    REASON_CODES.flatMap((code) => {
      const { words, cure, ends } = tellReason({ code, since: 1, evidence });
      return [words, cure, ends.words];
    });
  const brief = (): boolean[] => REASON_CODES.map((code) => briefReason(code).cure === '');
  const [english, idle] = [EVIDENCE.map(tell), brief()];
  speak(GERMAN);
  for (const [at, evidence] of EVIDENCE.entries())
    for (const [each, words] of tell(evidence).entries()) assert.notEqual(words, english[at]?.[each]);
  assert.deepEqual(brief(), idle, 'what goes by itself has no cure in any language');
  for (const code of REASON_CODES)
    for (const evidence of EVIDENCE) {
      const { words, cure, ends } = tellFromAfar({ code, since: 1, evidence }, 'Handy');
      for (const text of [words, cure, ends.words])
        assert.doesNotMatch(text, /\bdies\w+ (?:Gerät|Datenträger|Version|Ordner|Netzwerk|Zustandsordner)|\bhier\b/i, `${code}: ${text}`);
    }
  assert.equal(tellFromAfar({ code: 'offline', since: 1, evidence: {} }, 'Handy').words, 'Handy ist offline.');
  assert.equal(
    tellFromAfar({ code: 'paused', since: 1, evidence: {} }, 'Handy').cure,
    'Fortfahren. Als Befehl auf Handy: rollcall resume.',
  );
});

test('LA-14: amounts, spans, moments and errors are written as in German, and a size is read as it is written', () => {
  speak(GERMAN);
  assert.equal(sizeWords(1_540_000_000), '1,5 GB');
  assert.equal(sizeWords(1), '1 Byte');
  assert.equal(readSize(sizeWords(1_500_000)), 1_500_000);
  assert.equal(spanWords(172_800_000), '2 Tage');
  assert.equal(momentWords(Date.UTC(2026, 4, 3, 14, 26)), '03.05.2026, 14:26 Uhr (UTC)');
  assert.equal(
    tellReason({ code: 'file-unreadable', since: 1, evidence: { error: 'its name is no valid text: rename it' } }).words,
    'Die Datei kann nicht gelesen werden: sein Name ist kein gültiger Text: benenne es um.',
  );
  assert.equal(settingWords('mobile-budget', USUAL_POLICY), '1 GB im Monat');
  assert.equal(
    tellReason({ code: 'permission-missing', since: 1, evidence: { needed: 'write to', path: 'a.jpg' } }).words,
    'Rollcall darf a.jpg nicht beschreiben.',
  );
});

test('LA-14: what became of a photo, and what a check looked at, is told in German', () => {
  speak(GERMAN);
  const entry = { device: 'Laptop', deviceKind: 'folder', old: {} } as const;
  assert.equal(historyWords({ ...entry, what: 'asset.create', new: {} }), 'Hinzugefügt auf Laptop');
  assert.equal(historyWords({ ...entry, what: 'asset.set', new: { title: 'See' } }), 'Titel auf „See“ gesetzt auf Laptop');
  const unseen = { unseen: 'this machine has no battery' };
  const facts: CheckFacts = {
    now: 5,
    afar: 'Laptop',
    reasons: { is: [], since: 1 },
    device: [],
    readings: { battery: unseen, charging: { is: true, since: 1, source: 'simulated' } },
    account: { unseen: 'it has not told yet' },
    policy: null,
    quota: { is: { used: 1, quota: 2_500_000 }, since: 1 },
    versions: { is: { device: '1', deviceProtocol: 2, server: '1', serverProtocol: 2, serverTakes: 1 }, since: 1 },
    agent: { is: 'running', since: 1 },
    service: { unseen: 'it has not told yet' },
    heard: { is: 1, since: 1 },
    silent: [],
    missingTools: [],
    switchedOff: [],
    probes: [],
  };
  const power = sevenChecks(facts).find(({ check }) => check === 7)!;
  assert.deepEqual(power.seen, ['es hat Strom (simuliert)']);
  assert.ok(power.cannotSee.includes('der Akku: dieser Rechner hat keinen Akku'));
  assert.deepEqual(sevenChecks(facts).find(({ check }) => check === 3)?.seen, ['2,5 MB von 2,5 MB in der Cloud frei']);
});
