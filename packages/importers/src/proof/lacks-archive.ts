import type { Proof } from './proof.ts';

/** An archive was cut on its way, or is of another kind: nobody knows what is in it, and a person has to see to that. */
export function lacksArchive({ left }: Pick<Proof, 'left'>): boolean {
  return left.some(({ why }) => why === 'not-an-archive' || why === 'other-archive');
}
