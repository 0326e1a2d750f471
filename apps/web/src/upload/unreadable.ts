import { say } from '@rollcall/protocol';

/** The file cannot be read any more; the message says so to a person. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  constructor(words = say('The file could not be read. It may have been moved or changed: choose it again.')) {
    super(words);
  }
}
