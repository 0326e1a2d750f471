import type { Query, QueryClient, QueryKey } from '@tanstack/react-query';

/** Those whose answer was on its way when it grew old, and which are asked again once it is there. */
const late = new WeakSet<Query>();

/**
 * What was answered to these may be other now. What is on its way may have been answered before that: it is let come, and is asked once more
 * after it, however often it grew old meanwhile. So neither is an old answer taken for the last one, nor do hints that come faster than
 * answers keep all answers away.
 * @param key the beginning of the keys of what is asked again
 */
export function askAgain(client: QueryClient, key: QueryKey): void {
  for (const query of client.getQueryCache().findAll({ queryKey: key })) {
    if (query.state.fetchStatus === 'idle') invalidate(client, query);
    else if (!late.has(query)) {
      late.add(query);
      void answered(query).then(() => {
        late.delete(query);
        invalidate(client, query);
      });
    }
  }
}

function invalidate(client: QueryClient, { queryKey }: Query): void {
  void client.invalidateQueries({ queryKey, exact: true }, { cancelRefetch: false });
}

async function answered(query: Query): Promise<void> {
  // That it failed is told where it is shown.
  await query.promise?.catch(() => undefined);
}
