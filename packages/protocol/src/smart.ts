import { z } from 'zod';
import { LIMITS } from './limits.ts';

/** What a smart album looks for: searches as a person types them, of which each, or any one, has to be true of a photo. */
export const SmartRule = z.object({
  match: z.enum(['all', 'any']),
  searches: z.array(z.string().min(1).max(LIMITS.searchText)).min(1).max(LIMITS.ruleSearches),
});
export type SmartRule = z.infer<typeof SmartRule>;

/** The version of rules that is written here. */
const VERSION = 1;
const Versioned = z.object({ version: z.number().int() });

/** A rule as an album keeps it. */
export function writeRule({ match, searches }: SmartRule): string {
  return JSON.stringify({ version: VERSION, match, searches });
}

/** What an album's rule says; `newer`: it was written by a version of Rollcall that can say more; `none`: it is no rule. */
export function readRule(text: string | null | undefined): SmartRule | 'newer' | 'none' {
  let read: unknown;
  try {
    read = JSON.parse(text ?? 'null');
  } catch {
    return 'none';
  }
  const versioned = Versioned.safeParse(read);
  if (versioned.success && versioned.data.version > VERSION) return 'newer';
  const rule = SmartRule.safeParse(read);
  return versioned.success && rule.success ? rule.data : 'none';
}
