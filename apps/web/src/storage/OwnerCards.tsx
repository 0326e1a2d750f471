import { ofQuotaWords, sizeWords, type AccountRoom, type Plan, type PlanRequest, type ServerDisk } from '@rollcall/protocol';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { ask } from '../api/call.ts';
import { plansQuery, queries, serverStorageQuery } from '../api/queries.ts';
import { typed } from '../parts/typed.ts';
import { attempt } from './attempt.ts';
import { planWords } from './PlanCard.tsx';

const again = (): void => {
  for (const key of ['server-storage', 'plans', 'storage', 'library']) void queries.invalidateQueries({ queryKey: [key] });
};
const change = async (work: () => Promise<unknown>, done: string): Promise<void> => {
  await attempt(work, done);
  again();
};

/** What the owner of the server sees beside their own room: the disk, who asks for more, who has what, and the plans. */
export function OwnerCards() {
  const { data } = useQuery(serverStorageQuery);
  const { data: told } = useQuery(plansQuery);
  if (!data || !told) return null;
  return (
    <>
      <Requests accounts={data.accounts} />
      <Accounts accounts={data.accounts} plans={told.plans} />
      <Plans plans={told.plans} accounts={data.accounts} />
      <Disk disk={data.disk} />
    </>
  );
}

const DISK_WORDS: Record<ServerDisk['state'], string> = {
  fine: 'New photos are taken.',
  little: 'Little room is left. Free some up before new photos are refused.',
  full: 'New photos are refused until there is room, and stay on their devices. Free some up on this disk; it goes on by itself.',
};

function Disk({ disk: { total, free, keepFree, room, state } }: { readonly disk: ServerDisk }) {
  return (
    <section className="card" aria-labelledby="disk">
      <h2 id="disk">The server’s disk</h2>
      <p className="figure">
        {sizeWords(room)} <span className="quiet">left for photos</span>
      </p>
      <p className={state === 'fine' ? 'quiet' : `room-warning ${state === 'full' ? 'full' : 'filling'}`} role="status">
        {DISK_WORDS[state]}
      </p>
      <p className="quiet small">
        {sizeWords(free)} of {sizeWords(total)} is free, and {sizeWords(keepFree)} of it is always left for the system. Set that when the
        server starts: rollcall serve --keep-free SIZE.
      </p>
    </section>
  );
}

function Requests({ accounts }: { readonly accounts: readonly AccountRoom[] }) {
  const asking = accounts.flatMap((each) => (each.request === null ? [] : [{ ...each, request: each.request }]));
  return (
    <section className="card" aria-labelledby="requests">
      <h2 id="requests">Who asks for more</h2>
      {asking.length === 0 ? (
        <p className="quiet">Nobody just now.</p>
      ) : (
        <ul className="room-list">
          {asking.map((each) => (
            <Request key={each.request.id} {...each} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Request({ account, bytes, quota, request }: AccountRoom & { readonly request: PlanRequest }) {
  const id = useId();
  const answer = (form: FormData, grant: boolean): Promise<void> =>
    change(
      () => ask('answerPlanRequest', { params: { requestId: request.id }, body: { grant, answer: typed(form, 'answer') } }),
      grant ? `${account.email} has the plan ${request.plan} now.` : `${account.email} is told.`,
    );
  return (
    <li>
      <p>
        <strong>{account.email}</strong> asks for the plan <strong>{request.plan}</strong>, and uses {ofQuotaWords(bytes, quota)}.
      </p>
      {request.note !== '' && <p className="quiet">“{request.note}”</p>}
      <form className="plan-form">
        <div className="field">
          <label htmlFor={id}>Words to {account.email}, if you like</label>
          <input id={id} name="answer" type="text" maxLength={500} autoComplete="off" />
        </div>
        <div className="plan-buttons">
          <button type="submit" className="button primary" formAction={(form) => void answer(form, true)}>
            Give it
          </button>
          <button type="submit" className="button" formAction={(form) => void answer(form, false)}>
            Decline
          </button>
        </div>
      </form>
    </li>
  );
}

function Accounts({ accounts, plans }: { readonly accounts: readonly AccountRoom[]; readonly plans: readonly Plan[] }) {
  const give = (account: AccountRoom['account'], plan: string): Promise<void> =>
    change(
      () => ask('setAccountPlan', { params: { accountId: account.id }, body: { plan } }),
      `${account.email} has the plan ${plan} now. Nothing that is stored goes.`,
    );
  return (
    <section className="card" aria-labelledby="accounts">
      <h2 id="accounts">Accounts</h2>
      <ul className="room-list">
        {accounts.map(({ account, plan, bytes, quota }) => (
          <li key={account.id} className="room-line">
            <span>
              <strong>{account.email}</strong>
              <span className="quiet"> {ofQuotaWords(bytes, quota)}</span>
              {bytes > quota && <span className="quiet">; all of it stays, and nothing new fits in</span>}
            </span>
            <select
              aria-label={`Plan of ${account.email}`}
              value={plan ?? ''}
              onChange={(event) => void give(account, event.currentTarget.value)}
            >
              {plan === null && (
                <option value="" disabled>
                  Room of its own
                </option>
              )}
              {plans.map((each) => (
                <option key={each.name} value={each.name}>
                  {planWords(each)}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Plans({ plans, accounts }: { readonly plans: readonly Plan[]; readonly accounts: readonly AccountRoom[] }) {
  const id = useId();
  const put = (form: FormData): Promise<void> => {
    const name = typed(form, 'name');
    const size = typed(form, 'size');
    const bytes = size === '' ? null : Math.round(Number(size) * 1e9);
    return change(() => ask('setPlan', { params: { name }, body: { bytes } }), `There is the plan ${planWords({ name, bytes })} now.`);
  };
  const remove = (name: string): Promise<void> =>
    change(() => ask('removePlan', { params: { name } }), `There is no plan ${name} any more.`);
  return (
    <section className="card" aria-labelledby="plans">
      <h2 id="plans">Plans</h2>
      <ul className="room-list">
        {plans.map((plan) => {
          const having = accounts.filter((each) => each.plan === plan.name).length;
          return (
            <li key={plan.name} className="room-line">
              <span>
                {planWords(plan)}{' '}
                <span className="quiet">{having === 0 ? 'nobody' : having === 1 ? 'one account' : `${having} accounts`}</span>
              </span>
              {having === 0 && (
                <button
                  type="button"
                  className="text-button"
                  aria-label={`Remove the plan ${plan.name}`}
                  onClick={() => void remove(plan.name)}
                >
                  Remove
                </button>
              )}
            </li>
          );
        })}
      </ul>
      <form className="plan-form" action={(form) => void put(form)}>
        <div className="field">
          <label htmlFor={`${id}-name`}>Add a plan, or change the one of this name</label>
          <input id={`${id}-name`} name="name" type="text" required maxLength={50} autoComplete="off" />
        </div>
        <div className="field">
          <label htmlFor={`${id}-size`}>Its room in GB; empty: no limit</label>
          <input id={`${id}-size`} name="size" type="number" min="0" max="1000000" step="any" />
        </div>
        <button type="submit" className="button">
          Keep
        </button>
      </form>
    </section>
  );
}
