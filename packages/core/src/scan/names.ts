/**
 * How one file system treats names, found out by trying. What two names mean there is asked of these rules,
 * never of the letters alone.
 */
export interface NameRules {
  /** `IMG.jpg` and `img.jpg` are one file. */
  readonly ignoresCase: boolean;
  /** A name is listed with the capitals that it was written with. */
  readonly keepsCase: boolean;
  /** An accent of its own and an accented letter (Unicode NFD and NFC) are one name. */
  readonly ignoresForm: boolean;
  /** A name is listed in the Unicode form that it was written in. */
  readonly keepsForm: boolean;
}

/** Every difference counts, and every name is kept as it was written. */
export const EXACT_NAMES: NameRules = { ignoresCase: false, keepsCase: true, ignoresForm: false, keepsForm: true };

/** True when two spellings of one name can exist. */
export function hasSpellings(rules: NameRules): boolean {
  return rules.ignoresCase || rules.ignoresForm;
}

/** Equal for two spellings under which the file system finds one file. For comparing only, never for writing. */
export function spelling(path: string, rules: NameRules): string {
  return folded(path, rules.ignoresCase, rules.ignoresForm);
}

/**
 * True when a person gave the file another name: the name that is listed is not the written one, as this file system lists it.
 * A system that lists everything in small letters renames nothing.
 */
export function isRenamed(listed: string, written: string, rules: NameRules): boolean {
  return listed !== written && folded(listed, !rules.keepsCase, !rules.keepsForm) !== folded(written, !rules.keepsCase, !rules.keepsForm);
}

function folded(text: string, anyCase: boolean, anyForm: boolean): string {
  const formed = anyForm ? text.normalize('NFC') : text;
  return anyCase ? Array.from(formed, smallest).join('') : formed;
}

/** File systems fold letter by letter: `ß` is never `ss`. */
function smallest(letter: string): string {
  const large = letter.toUpperCase();
  const one = Array.from(large).length === 1 ? large : letter;
  const small = one.toLowerCase();
  return Array.from(small).length === 1 ? small : one;
}
