/** One part of one photo cannot be had, and why. */
export class NotHad extends Error {
  override readonly name = 'NotHad';
}
