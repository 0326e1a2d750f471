import { say } from '@rollcall/protocol';
import { ask, tellFailure } from '../api/call.ts';
import { queries } from '../api/queries.ts';
import { tell } from '../parts/news.tsx';

/** Keeps the library that was to be closed, and says so. */
export async function keepLibrary(): Promise<void> {
  try {
    await ask('keepAccount', {});
    tell(say('Your library stays. What waited goes on by itself.'));
  } catch (error) {
    tell(tellFailure(error), { tone: 'trouble' });
  }
  await queries.invalidateQueries({ queryKey: ['closing'] });
}
