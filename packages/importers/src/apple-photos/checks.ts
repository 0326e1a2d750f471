import { countWords, sizeWords } from '@rollcall/protocol';
import { serverCounts, statusFlag, statusMoment, type Engine } from './engine.ts';
import type { Library } from './library.ts';
import type { Sums } from './sums.ts';
import { agoWords, utcWords } from './words.ts';

/** One of the seven things that people are told to look at when their photos do not come to iCloud. */
export interface CloudCheck {
  readonly check: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  readonly name: string;
  /** `unseen`: nothing here says anything of it. */
  readonly verdict: 'fine' | 'look' | 'broken' | 'unseen';
  readonly proves: readonly string[];
  /** What the files suggest, and do not prove. */
  readonly hints: readonly string[];
  /** What cannot be seen from here, and where a person can look. */
  readonly cannotSee: readonly string[];
}

/** All that the checks rest on. */
export interface Findings {
  readonly library: Pick<Library, 'engine' | 'cloud' | 'place' | 'schema' | 'lock' | 'person'>;
  readonly sums: Sums;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** A sync that was heard of no longer ago is one that works. */
const FRESH = 7 * 86_400_000;

export function cloudChecks(findings: Findings): CloudCheck[] {
  return [account(findings), internet(findings), room(findings), optimised(findings), restart(findings), update(findings), power(findings)];
}

/** Photos that are to go to iCloud and did not. */
export function waitingFor({ troubles }: Sums): number {
  const kinds = ['waits', 'stuck', 'push-failed', 'quarantined', 'edit-waits'] as const;
  return kinds.reduce((sum, kind) => sum + (troubles[kind]?.count ?? 0), 0);
}

/** When the engine last finished a round; null: it does not say. */
export function lastSync(engine: Engine): number | null {
  return statusMoment(engine, 'lastSyncDate');
}

/** It is on, something waits, and nothing was heard for a week. */
export function isSilent({ library: { cloud, engine }, sums, now }: Findings): boolean {
  const at = lastSync(engine);
  return cloud === 'on' && waitingFor(sums) > 0 && at !== null && now - at > FRESH;
}

class Finding {
  verdict: CloudCheck['verdict'] = 'unseen';
  readonly proves: string[] = [];
  readonly hints: string[] = [];
  readonly cannotSee: string[] = [];

  fine(words: string): void {
    if (this.verdict === 'unseen') this.verdict = 'fine';
    this.proves.push(words);
  }
  look(words: string): void {
    if (this.verdict !== 'broken') this.verdict = 'look';
    this.hints.push(words);
  }
  broken(words: string): void {
    this.verdict = 'broken';
    this.proves.push(words);
  }
  /** Says something, and judges nothing. */
  note(words: string): void {
    this.hints.push(words);
  }
  blind(words: string): void {
    this.cannotSee.push(words);
  }
  as(check: CloudCheck['check'], name: string): CloudCheck {
    const { verdict, proves, hints, cannotSee } = this;
    return { check, name, verdict, proves, hints, cannotSee };
  }
}

function account({ library, sums, now }: Findings): CloudCheck {
  const found = new Finding();
  const { engine, cloud, person } = library;
  switch (cloud) {
    case 'on':
      if (engine.marker === true) found.fine('iCloud Photos is on for this library.');
      else found.note('Photos were handed to iCloud from this library. Whether it is still on, this database alone does not say.');
      break;
    case 'was-on':
      found.broken('iCloud Photos was on for this library, and is off now.');
      break;
    case 'never-on':
      if (engine.marker === false) found.broken('iCloud Photos is not on for this library, and no photo of it was ever handed to iCloud.');
      else found.look('No photo of this database was ever handed to iCloud.');
      break;
    case 'unknown':
      break;
    default:
      return cloud satisfies never;
  }
  if (statusFlag(engine, 'iCloudLibraryClientIsNotAuthenticated') === true) found.broken('The sync engine is not signed in.');
  if (statusFlag(engine, 'iCloudLibraryHasBeenWiped') === true || statusFlag(engine, 'containerHasBeenWiped') === true)
    found.broken('The library in iCloud was wiped.');
  const leaving = statusMoment(engine, 'exitDeleteTime');
  if (leaving !== null) found.broken(`The library in iCloud is to be deleted at ${utcWords(leaving)}.`);
  for (const scope of engine.store?.scopes ?? [])
    if (scope.disabled !== null || scope.deleted !== null)
      found.broken(`Syncing of ${scope.name || 'a part'} was switched off at ${utcWords(scope.disabled ?? scope.deleted ?? now)}.`);
  const last = engine.switched.at(-1);
  if (last) found.note(`It was last switched ${last.on ? 'on' : 'off'} at ${utcWords(last.at)}.`);
  const at = lastSync(engine);
  if (at !== null) found.note(`The sync engine last finished at ${utcWords(at)}, ${agoWords(now - at)} before now.`);
  const counts = serverCounts(engine);
  if (counts !== null) found.note(countsWords(counts, sums));
  if (person !== null) found.note(`Shared albums know who used it as person …${person.slice(-4)}: an Apple Account was signed in.`);
  found.blind('Which Apple Account it is: Settings > your name, on each device. It has to be the same on all of them.');
  found.blind('The switch itself: iPhone: Settings > your name > iCloud > Photos > Sync this iPhone. Mac: Photos > Settings > iCloud.');
  return found.as(1, 'account and Sync this iPhone');
}

function countsWords({ images, movies, at }: { images: number; movies: number; at: number | null }, sums: Sums): string {
  const when = at === null ? '' : ` at ${utcWords(at)}`;
  const here = `by this database it has ${countWords(sums.cloudImages, 'photo')} and ${countWords(sums.cloudMovies, 'video')}`;
  return `iCloud itself counted ${countWords(images, 'photo')} and ${countWords(movies, 'video')}${when}; ${here}.`;
}

function internet({ library: { engine }, sums }: Findings): CloudCheck {
  const found = new Finding();
  const flag = (name: string): boolean => statusFlag(engine, name) === true;
  const moves = waitingFor(sums) > 0;
  if (statusFlag(engine, 'connectedToNetwork') === false) found.look('When it last wrote its notes, the sync engine had no network.');
  if (statusFlag(engine, 'connectedToNetwork') === true) found.fine('When it last wrote its notes, the sync engine had a network.');
  if (flag('inAirplaneMode')) found.look('Airplane mode was on.');
  if (flag('constrainedNetwork')) found.look('The network was in Low Data Mode.');
  if (flag('cellularIsRestricted')) found.look('Mobile data was not allowed for Photos.');
  if (moves && statusFlag(engine, 'hasCellularBudgetKey') === false) found.look('The mobile data that Photos may use was used up.');
  if (flag('poorNetworkQuality')) found.look('The network was poor.');
  if (found.verdict === 'unseen' && Object.keys(engine.status).length > 0) found.fine('The sync engine noted no trouble with the network.');
  found.blind('Whether there is internet now, and how fast: open any page on the device.');
  found.blind('Settings > Photos > Mobile Data, or Wi-Fi with enough time.');
  return found.as(2, 'internet and mobile data');
}

function room({ library: { engine }, sums }: Findings): CloudCheck {
  const found = new Finding();
  if (statusFlag(engine, 'isExceedingQuota') === true)
    found.broken('iCloud said that its storage is full. Until there is room, nothing more goes up.');
  if (statusFlag(engine, 'isExceedingSharedLibraryQuota') === true)
    found.broken('The storage of the one whose shared library it is is full.');
  if (found.verdict === 'unseen' && Object.keys(engine.status).length > 0) found.fine('The sync engine noted no full storage.');
  const primary = engine.store?.scopes.find(({ name }) => name.startsWith('PrimarySync'));
  if (primary?.bytes != null) found.note(`iCloud estimates this library at ${sizeWords(primary.bytes)}.`);
  if (sums.bytesInCloud > 0) found.note(`By this database, originals and edits take ${sizeWords(sums.bytesInCloud)} in iCloud.`);
  const outgoing = engine.store?.outgoing;
  if (outgoing && outgoing.resources > 0)
    found.note(
      `${countWords(outgoing.resources, 'file')} with ${sizeWords(outgoing.bytes)} ${outgoing.resources === 1 ? 'waits' : 'wait'} to be sent.`,
    );
  found.blind('How large the plan is, and how much of it is free: Settings > your name > iCloud.');
  return found.as(3, 'iCloud storage');
}

function optimised({ library: { engine, cloud }, sums }: Findings): CloudCheck {
  const found = new Finding();
  const away = (sums.where['only-in-icloud'] ?? 0) + (sums.where['partly-in-icloud'] ?? 0);
  const known = (sums.where['here'] ?? 0) + away > 0;
  if (away > 0) found.note(`Of ${countWords(away, 'photo')} the original, or a part of it, is only in iCloud: storage is optimised here.`);
  if (away > 0 && found.verdict === 'unseen') found.verdict = 'fine';
  const gone = sums.where['file-missing'] ?? 0;
  if (gone > 0)
    found.look(
      `Of ${countWords(gone, 'photo')} the original is in iCloud and should be here by the database, and is not: this folder is not complete, or files were taken out of it.`,
    );
  if (away === 0 && gone === 0 && known && cloud !== 'never-on')
    found.fine('No original is only in iCloud: originals are kept here, or there was room for all of them.');
  if (statusFlag(engine, 'veryLowDiskSpace') === true)
    found.broken('This device had almost no room left. Photos neither sends nor fetches then.');
  else if (statusFlag(engine, 'lowDiskSpace') === true) found.look('This device had little room left.');
  found.blind('The choice between Optimise Storage and keeping originals: Settings > Photos, or Photos > Settings > iCloud.');
  return found.as(4, 'Optimise Storage');
}

function restart(findings: Findings): CloudCheck {
  const { library, sums, now } = findings;
  const { engine, lock } = library;
  const found = new Finding();
  const waits = waitingFor(sums);
  const at = lastSync(engine);
  if (engine.resetPending) found.broken('The sync engine has a reset pending. Until it is done, nothing goes up.');
  if (isSilent(findings) && at !== null)
    found.look(`${countWords(waits, 'photo')} ${waits === 1 ? 'waits' : 'wait'}, and nothing was synced for ${agoWords(now - at)}.`);
  const stuck = sums.troubles.stuck;
  if (stuck)
    found.look(
      `${countWords(stuck.count, 'photo')} ${stuck.count === 1 ? 'was' : 'were'} added more than a day ago and not even handed over. Photos does not show that.`,
    );
  const lag = engine.store?.lag ?? null;
  if (lag !== null && lag > 0 && waits > 0) found.look('The sync engine has rounds left that it did not send.');
  if (lock?.alive === true) found.note('Photos has this library open just now. What is said here is of the moment of the copy.');
  if (found.verdict === 'unseen' && (at !== null || waits === 0) && library.cloud === 'on') found.fine('Nothing seems to hang.');
  found.blind(
    'Whether it moves: run this twice, an hour apart, and compare. A restart is harmless; ending Photos’ own helpers in the middle of an upload is not.',
  );
  return found.as(5, 'restart');
}

function update({ library: { engine, schema } }: Findings): CloudCheck {
  const found = new Finding();
  if (statusFlag(engine, 'iCloudLibraryClientVersionTooOld') === true)
    found.broken('iCloud refuses this version of Photos: the system has to be updated.');
  if (schema.model !== null) {
    const build = schema.build === null ? '' : `, last changed by system build ${schema.build}`;
    found.note(`The library is of model ${schema.model}${build}.`);
    if (!schema.known) found.look('This program has never seen that model; some of what it says may be wrong.');
  }
  if (found.verdict === 'unseen' && Object.keys(engine.status).length > 0) found.fine('iCloud did not refuse this version.');
  found.blind('Whether there is an update: Settings > General > Software Update, on every device.');
  return found.as(6, 'update');
}

function power({ library: { engine } }: Findings): CloudCheck {
  const found = new Finding();
  const flag = (name: string): boolean => statusFlag(engine, name) === true;
  if (flag('isBlockedByLowPowerModeKey')) found.broken('Low Power Mode held it back.');
  if (flag('lowBatteryLevel')) found.look('The battery was low.');
  if (statusFlag(engine, 'hasBatteryBudgetKey') === false) found.look('The system gave Photos no more of the battery.');
  if (statusFlag(engine, 'hasValidSystemBudgetKey') === false) found.look('The system gave Photos no time to work.');
  if (flag('thermalPressure') || flag('moderateThermalPressure')) found.look('The device was too warm.');
  if (flag('poorSystemConditions') || flag('heavyResourceUsage')) found.look('The system was busy with other things.');
  if (found.verdict === 'unseen' && Object.keys(engine.status).length > 0)
    found.fine('The sync engine noted nothing that power held back.');
  found.blind('Whether it is charging now. Overnight on power and Wi-Fi, with the screen locked, is when most goes up.');
  return found.as(7, 'charge');
}
