import { openStandings } from '../renditions/index.ts';
import type { Handlers, RouteContext } from './handlers.ts';

/** Whether a version for looking at is there: the page asks this until it is, and only then for its bytes. */
export function viewHandlers(context: RouteContext): Pick<Handlers, 'viewState'> {
  const standingOf = openStandings(context);
  return {
    async viewState({ asker, params, query }) {
      const { standing } = await standingOf({ libraryId: asker.libraryId, ...params, resourceId: query.v });
      switch (standing.state) {
        case 'ready':
        case 'being-made':
          return { state: standing.state, words: null };
        case 'unavailable':
          return { state: 'never', words: standing.words };
        default:
          return standing satisfies never;
      }
    },
  };
}
