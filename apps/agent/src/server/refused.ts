import type { Refusal } from '@rollcall/protocol';

/** Carries a server's refusal to where it is dealt with. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.words);
    this.refusal = refusal;
  }
}
