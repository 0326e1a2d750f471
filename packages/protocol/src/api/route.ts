import { z } from 'zod';
import { LIMITS } from '../limits.ts';

/** Who may call a route: anyone, a signed-in account (a browser's session or a device), or only a device by its token. */
export type RouteAuth = 'none' | 'account' | 'device';

export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'PUT';
  /** Parameters as `:name`. */
  readonly path: string;
  readonly auth: RouteAuth;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly response: z.ZodType;
}

export const Empty = z.object({});
/** Parameters of a list that is told in pages. */
export const page = { limit: z.coerce.number().int().min(1).max(LIMITS.itemsPage).optional(), after: z.string().max(100).optional() };
