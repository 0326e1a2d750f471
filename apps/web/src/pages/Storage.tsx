import { say } from '@rollcall/protocol';
import { useQuery } from '@tanstack/react-query';
import { tellFailure } from '../api/call.ts';
import { plansQuery, sessionQuery, storageQuery } from '../api/queries.ts';
import { useTitle } from '../parts/useTitle.ts';
import { Breakdown } from '../storage/Breakdown.tsx';
import { OwnerCards } from '../storage/OwnerCards.tsx';
import { PlanCard } from '../storage/PlanCard.tsx';

/** What takes the room in the cloud, how much there is, and how to have more. */
export function StoragePage() {
  const { data: session } = useQuery(sessionQuery);
  const { data: parts, error, isPending } = useQuery(storageQuery);
  const plans = useQuery(plansQuery);
  useTitle(say('Storage'));
  const owner = session?.account.owner === true;
  return (
    <div className="page">
      <header className="page-head">
        <h1>{say('Storage')}</h1>
      </header>
      {error && <p className="form-trouble">{tellFailure(error)}</p>}
      {isPending || plans.isPending ? (
        <p className="quiet">{say('Asking…')}</p>
      ) : (
        <>
          {parts && <Breakdown parts={parts} />}
          <PlanCard owner={owner} />
          {owner && <OwnerCards />}
        </>
      )}
    </div>
  );
}
