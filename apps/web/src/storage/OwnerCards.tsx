import { ofQuotaWords, say, sayMany, sizeWords, type AccountRoom, type Plan, type PlanRequest, type ServerDisk } from '@rollcall/protocol';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { ask } from '../api/call.ts';
import { plansQuery, queries, serverStorageQuery } from '../api/queries.ts';
import { rich } from '../language/rich.tsx';
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
  fine: say('New photos are taken.'),
  little: say('Little room is left. Free some up before new photos are refused.'),
  full: say('New photos are refused until there is room, and stay on their devices. Free some up on this disk; it goes on by itself.'),
};

const CODE = { code: (text: string) => <code className="whole">{text}</code> };
const BOLD = { b: (text: string) => <strong>{text}</strong> };

function Disk({ disk: { total, free, keepFree, room, state } }: { readonly disk: ServerDisk }) {
  return (
    <section className="card" aria-labelledby="disk">
      <h2 id="disk">{say('The server’s disk')}</h2>
      <p className="figure">
        {sizeWords(room)} <span className="quiet">{say('left for photos')}</span>
      </p>
      <p className={state === 'fine' ? 'quiet' : `room-warning ${state === 'full' ? 'full' : 'filling'}`} role="status">
        {DISK_WORDS[state]}
      </p>
      <p className="quiet small">
        {rich(
          '{free} of {total} is free, and {keep} of it is always left for the system. Set that when the server starts: <code>rollcall serve --keep-free SIZE</code>.',
          CODE,
          { free: sizeWords(free), total: sizeWords(total), keep: sizeWords(keepFree) },
        )}
      </p>
    </section>
  );
}

function Requests({ accounts }: { readonly accounts: readonly AccountRoom[] }) {
  const asking = accounts.flatMap((each) => (each.request === null ? [] : [{ ...each, request: each.request }]));
  return (
    <section className="card" aria-labelledby="requests">
      <h2 id="requests">{say('Who asks for more')}</h2>
      {asking.length === 0 ? (
        <p className="quiet">{say('Nobody just now.')}</p>
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
      grant
        ? say('{email} has the plan {plan} now.', { email: account.email, plan: request.plan })
        : say('{email} is told.', { email: account.email }),
    );
  return (
    <li>
      <p>
        {rich('<b>{email}</b> asks for the plan <b>{plan}</b>, and uses {used}.', BOLD, {
          email: account.email,
          plan: request.plan,
          used: ofQuotaWords(bytes, quota),
        })}
      </p>
      {request.note !== '' && <p className="quiet">“{request.note}”</p>}
      <form className="plan-form">
        <div className="field">
          <label htmlFor={id}>{say('Words to {email}, if you like', { email: account.email })}</label>
          <input id={id} name="answer" type="text" maxLength={500} autoComplete="off" />
        </div>
        <div className="plan-buttons">
          <button type="submit" className="button primary" formAction={(form) => void answer(form, true)}>
            {say('Give it')}
          </button>
          <button type="submit" className="button" formAction={(form) => void answer(form, false)}>
            {say('Decline')}
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
      say('{email} has the plan {plan} now. Nothing that is stored goes.', { email: account.email, plan }),
    );
  return (
    <section className="card" aria-labelledby="accounts">
      <h2 id="accounts">{say('Accounts')}</h2>
      <ul className="room-list">
        {accounts.map(({ account, plan, bytes, quota }) => (
          <li key={account.id} className="room-line">
            <span>
              <strong>{account.email}</strong>
              <span className="quiet"> {ofQuotaWords(bytes, quota)}</span>
              {bytes > quota && <span className="quiet">{say('; all of it stays, and nothing new fits in')}</span>}
            </span>
            <select
              aria-label={say('Plan of {email}', { email: account.email })}
              value={plan ?? ''}
              onChange={(event) => void give(account, event.currentTarget.value)}
            >
              {plan === null && (
                <option value="" disabled>
                  {say('Room of its own')}
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
    return change(
      () => ask('setPlan', { params: { name }, body: { bytes } }),
      say('There is the plan {plan} now.', { plan: planWords({ name, bytes }) }),
    );
  };
  const remove = (name: string): Promise<void> =>
    change(() => ask('removePlan', { params: { name } }), say('There is no plan {plan} any more.', { plan: name }));
  return (
    <section className="card" aria-labelledby="plans">
      <h2 id="plans">{say('Plans')}</h2>
      <ul className="room-list">
        {plans.map((plan) => {
          const having = accounts.filter((each) => each.plan === plan.name).length;
          return (
            <li key={plan.name} className="room-line">
              <span>
                {planWords(plan)}{' '}
                <span className="quiet">{having === 0 ? say('nobody') : sayMany(having, 'one account', '{count} accounts')}</span>
              </span>
              {having === 0 && (
                <button
                  type="button"
                  className="text-button"
                  aria-label={say('Remove the plan {plan}', { plan: plan.name })}
                  onClick={() => void remove(plan.name)}
                >
                  {say('Remove')}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      <form className="plan-form" action={(form) => void put(form)}>
        <div className="field">
          <label htmlFor={`${id}-name`}>{say('Add a plan, or change the one of this name')}</label>
          <input id={`${id}-name`} name="name" type="text" required maxLength={50} autoComplete="off" />
        </div>
        <div className="field">
          <label htmlFor={`${id}-size`}>{say('Its room in GB; empty: no limit')}</label>
          <input id={`${id}-size`} name="size" type="number" min="0" max="1000000" step="any" />
        </div>
        <button type="submit" className="button">
          {rich('<plan>Keep</plan>', { plan: (text) => text })}
        </button>
      </form>
    </section>
  );
}
