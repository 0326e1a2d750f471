import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { KeptGroup, SpaceGroup, SpaceSection, SpaceSummary } from '../space.ts';
import type { Route } from './route.ts';

const KeptGroups = z.object({ groups: z.array(KeptGroup).max(LIMITS.keptGroups) });

/** What would free room in the cloud. Nothing goes by these: that is done by changes, as ever. */
export const SPACE_ROUTES = {
  space: {
    method: 'GET',
    path: '/api/v1/library/space',
    auth: 'account',
    summary: 'What would free room: Recently Deleted, duplicates, the largest videos, screenshots, blurred photos, and how much each',
    response: SpaceSummary,
  },
  spaceSection: {
    method: 'GET',
    path: '/api/v1/library/space/:section',
    auth: 'account',
    summary: 'Which photos these are, those first that free most',
    params: z.object({ section: SpaceSection }),
    query: z.object({
      limit: z.coerce.number().int().min(1).max(LIMITS.spacePage).optional(),
      /** The `next` of the page before. */
      after: z.string().max(100).optional(),
    }),
    response: z.object({ groups: z.array(SpaceGroup).max(LIMITS.spacePage), next: z.string().nullable() }),
  },
  keptGroups: {
    method: 'GET',
    path: '/api/v1/library/kept-groups',
    auth: 'account',
    summary: 'Of which duplicates somebody has kept all: they are not asked about again; the latest last',
    response: KeptGroups,
  },
  keepGroups: {
    method: 'PATCH',
    path: '/api/v1/library/kept-groups',
    auth: 'account',
    summary: 'Keep all of these groups, or ask about them again; the answer has those that are kept then',
    body: z.object({ groups: z.array(KeptGroup).min(1).max(LIMITS.spacePage), kept: z.boolean() }),
    response: KeptGroups,
  },
} as const satisfies Record<string, Route>;
