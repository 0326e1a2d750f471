import { pageOf, sumOf } from '@rollcall/core';
import { LIMITS, SPACE_SECTIONS, type SpacePart, type SpaceSection } from '@rollcall/protocol';
import type { Found } from '../space/space.ts';
import type { Handlers, RouteContext } from './handlers.ts';

/** What would free room in the cloud. */
export function spaceHandlers({ space, keptGroups }: RouteContext): Pick<Handlers, 'space' | 'spaceSection' | 'keptGroups' | 'keepGroups'> {
  const keptIn = (libraryId: string) => ({ groups: keptGroups.of(libraryId).map((group) => [...group]) });
  const foundIn = async (libraryId: string): Promise<Found> => {
    const found = await space.of(libraryId);
    if (found === null) throw new Error('the library of who asks is not there');
    return found;
  };
  return {
    async space({ asker }) {
      const { deleted, sections, unmeasured } = await foundIn(asker.libraryId);
      const sums = Object.fromEntries(SPACE_SECTIONS.map((section) => [section, sumOf(sections[section])]));
      return { deleted, sections: sums as Record<SpaceSection, SpacePart>, unmeasured };
    },

    async spaceSection({ asker, params, query }) {
      const { sections } = await foundIn(asker.libraryId);
      return pageOf(sections[params.section], query.after ?? null, query.limit ?? LIMITS.spacePage);
    },

    async keptGroups({ asker }) {
      return keptIn(asker.libraryId);
    },

    async keepGroups({ asker, body }) {
      await keptGroups.keep(asker.libraryId, body.groups, body.kept);
      return keptIn(asker.libraryId);
    },
  };
}
