import { z } from 'zod';
import { retell } from './retell.ts';

/** Words for a person, which a server or a device says in English; who reads them has them in its own language. */
export const ToldWords = z.string().overwrite(retell);

/** The same, of at most so many letters as they are sent. */
export const toldWords = (most: number): typeof ToldWords => z.string().max(most).overwrite(retell);

/** What is simulated says so by this code. */
const SIMULATED = 'simulated';
/** By what something was seen, in words or as a name; or that it was not. */
export const ToldSource = z
  .string()
  .max(300)
  .overwrite((source) => (source === SIMULATED ? source : retell(source)));
