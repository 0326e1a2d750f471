import { prepareRollcall, type RollcallArena } from '../contestants/rollcall.ts';
import { startAgent } from './agent.ts';
import { answering } from './answering.ts';
import { giveFiles } from './files.ts';
import { fillLibrary } from './library.ts';

/** A device that has all of a large library: the state folder, and how many files. Its agent does not run. */
export interface LargeDevice {
  readonly arena: RollcallArena;
  readonly home: string;
  readonly files: number;
}

/** @param count assets of the library, in all states */
export async function prepareLarge(root: string, count: number): Promise<LargeDevice> {
  const arena = await prepareRollcall(root);
  try {
    await arena.server.stop();
    fillLibrary(arena.data, count);
    await arena.serveAgain();
    await answering(arena.url);
    const home = arena.homeOf('a');
    const agent = startAgent(home);
    await agent.pull();
    await agent.stop();
    return { arena, home, files: giveFiles(home, arena.a) };
  } catch (error) {
    await arena.stop();
    throw error;
  }
}
