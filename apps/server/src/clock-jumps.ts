/** A clock is put right by a few seconds now and then; more than this is told. Milliseconds. */
const JUMP = 60_000;

/** What of the day's clock is not the time that passed since it was asked before, in milliseconds; 0: nothing worth telling. */
export function clockJumps(wall: () => number, passed: () => number): () => number {
  let before = { wall: wall(), passed: passed() };
  return () => {
    const now = { wall: wall(), passed: passed() };
    const jump = now.wall - before.wall - (now.passed - before.passed);
    before = now;
    return Math.abs(jump) < JUMP ? 0 : Math.round(jump);
  };
}
