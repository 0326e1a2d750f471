import { tellFromAfar, withRoom } from '@rollcall/core';
import type { Reason, ToldReason } from '@rollcall/protocol';
import { useQuery } from '@tanstack/react-query';
import { libraryQuery, sessionQuery } from '../api/queries.ts';

/** Tells a reason of the device of this name, with what is known here beside it: what would free room in a full cloud, and whose plan it is. */
export function useTold(name: string): (reason: Reason) => ToldReason {
  const { data: library } = useQuery(libraryQuery);
  const { data: session } = useQuery(sessionQuery);
  return (reason) => {
    if (!library || !session) return tellFromAfar(reason, name);
    const [known = reason] = withRoom([reason], () => ({ trashed: library.trashed, email: session.account.email }));
    return tellFromAfar(known, name);
  };
}
