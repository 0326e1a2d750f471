import { closeSync, lstatSync, openSync, readdirSync, statSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type DeviceStore, EXACT_NAMES, hasSpellings, type NameRules, spelling } from '@rollcall/core';
import { OWN_FOLDER } from './contents.ts';
import { isGone } from './entry.ts';

/** Capitals, small letters and an accented letter in its composed form. */
const MIXED = 'Name-Probe-\u00c9\u00e9.tmp';
/** FAT keeps a short name in capitals another way than a long one. */
const SHORT = 'PROBE.TMP';

/**
 * Finds out how the file system of a folder treats names, by two small files inside the folder's `.rollcall`, which are
 * removed again. Null: nothing can be written there.
 */
export function probeNames(root: string): NameRules | null {
  const folder = join(root, OWN_FOLDER);
  try {
    for (const name of [MIXED, SHORT]) closeSync(openSync(join(folder, name), 'w'));
    const listed = readdirSync(folder);
    const loose: NameRules = { ignoresCase: true, keepsCase: true, ignoresForm: true, keepsForm: true };
    const shown = (name: string): string => listed.find((each) => spelling(each, loose) === spelling(name, loose)) ?? name;
    return {
      ignoresCase: isThere(join(folder, swapped(MIXED))),
      keepsCase: shown(MIXED).normalize('NFC') === MIXED && shown(SHORT) === SHORT,
      ignoresForm: isThere(join(folder, MIXED.normalize('NFD'))),
      keepsForm: shown(MIXED) === shown(MIXED).normalize('NFC'),
    };
  } catch {
    return null;
  } finally {
    for (const name of [MIXED, SHORT]) remove(join(folder, name));
  }
}

function swapped(name: string): string {
  return name.replace('Name', 'nAME');
}

function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch (error) {
    if (isGone(error)) return false;
    throw error;
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It was never made, or nothing can be changed there: a later probe uses it again.
  }
}

/** The rules of a device's folder: found once for each disk that lies there, and remembered for when nothing can be written. */
export class Naming {
  readonly #root: string;
  readonly #store: DeviceStore;
  #disk: bigint | null = null;
  #rules: NameRules = EXACT_NAMES;

  constructor(root: string, store: DeviceStore) {
    this.#root = root;
    this.#store = store;
    this.#rules = remembered(store) ?? EXACT_NAMES;
  }

  /** As last found. */
  get rules(): NameRules {
    return this.#rules;
  }

  /** Call when the folder is there and is this device's. */
  find(): NameRules {
    const disk = statSync(this.#root, { bigint: true }).dev;
    if (disk === this.#disk) return this.#rules;
    const found = probeNames(this.#root);
    if (found !== null) this.#store.setNote('name-rules', JSON.stringify(found));
    this.#rules = found ?? remembered(this.#store) ?? guessed(this.#root);
    this.#disk = disk;
    return this.#rules;
  }
}

function remembered(store: DeviceStore): NameRules | null {
  const text = store.note('name-rules');
  return text === null ? null : (JSON.parse(text) as NameRules);
}

/** Where nothing can be written: two spellings of the marker tell whether capitals matter, and a listing cannot be trusted then. */
function guessed(root: string): NameRules {
  const ignoresCase = isThere(join(root, OWN_FOLDER.toUpperCase()));
  return { ...EXACT_NAMES, ignoresCase, keepsCase: !ignoresCase };
}

/** A path below the root as the folder lists it; the path as it is where it is not there, or where every difference counts. */
export function listedPath(root: string, path: string, rules: NameRules): string {
  if (!hasSpellings(rules)) return path;
  const listed: string[] = [];
  for (const segment of path.split('/')) {
    let names: string[];
    try {
      names = readdirSync(join(root, ...listed));
    } catch {
      return path;
    }
    const name = names.includes(segment) ? segment : names.find((each) => spelling(each, rules) === spelling(segment, rules));
    if (name === undefined) return path;
    listed.push(name);
  }
  return listed.join('/');
}
