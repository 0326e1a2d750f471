/** Names a request, so that its device can ask whether the server has it in hand; 22 signs of base64url, by chance. */
export const REQUEST_HEADER = 'rollcall-request';
/**
 * In a question, names of requests, with commas between. In its answer, those of them that the server has in hand now: by its name one at
 * which the server works; `name=12345` one for which it waits for the way, with a number that grows while anything comes by.
 */
export const IN_HAND_HEADER = 'rollcall-in-hand';
/** That none of them is; an answer without a word could lose its header on the way. */
export const NONE_IN_HAND = 'none';
/** More are not asked about at once. */
export const MOST_ASKED = 32;

const NAME = /^[\w-]{22}$/;
const TOLD = /^([\w-]{22})(?:=(\d{1,15}))?$/;

export const isRequestName = (text: string): boolean => NAME.test(text);

/** The names in a question; what is none is left out. */
export function readNames(header: string): string[] {
  return parts(header).filter(isRequestName);
}

/** What an answer tells of each that the server has in hand: null: it works at it; else how far the way brought it. */
export function readInHand(header: string): ReadonlyMap<string, number | null> {
  const told = new Map<string, number | null>();
  for (const part of parts(header)) {
    const [, name, count] = TOLD.exec(part) ?? [];
    if (name !== undefined) told.set(name, count === undefined ? null : Number(count));
  }
  return told;
}

function parts(header: string): string[] {
  return header.split(',', MOST_ASKED).map((part) => part.trim());
}
