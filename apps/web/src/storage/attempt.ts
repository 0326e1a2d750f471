import { tellFailure } from '../api/call.ts';
import { tell } from '../parts/news.tsx';

/** Does something that a person asked for, and tells what came of it. */
export async function attempt(work: () => Promise<unknown>, done: string): Promise<void> {
  try {
    await work();
    tell(done);
  } catch (error) {
    tell(tellFailure(error), { tone: 'trouble' });
  }
}
