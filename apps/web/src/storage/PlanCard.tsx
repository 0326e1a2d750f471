import { say, sizeWords, type Plan, type PlanRequest } from '@rollcall/protocol';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { ask } from '../api/call.ts';
import { plansQuery, queries } from '../api/queries.ts';
import { typed } from '../parts/typed.ts';
import { attempt } from './attempt.ts';
import { moment } from '../words.ts';

export const planWords = ({ name, bytes }: Plan): string => {
  const room = bytes === null ? say('no limit') : sizeWords(bytes);
  return room === name ? name : `${name} (${room})`;
};

/** The account's plan, and how it asks for another. */
export function PlanCard({ owner }: { readonly owner: boolean }) {
  const { data } = useQuery(plansQuery);
  if (!data) return null;
  return (
    <section className="card" aria-labelledby="plan">
      <h2 id="plan">{say('Your plan')}</h2>
      <p className="figure">{data.plan ?? <span className="quiet">{say('Room of your own, which is no plan')}</span>}</p>
      {data.request && <Standing request={data.request} />}
      {owner ? (
        <p className="quiet">{say('You are the owner of this server: give yourself another plan below.')}</p>
      ) : (
        data.request?.state !== 'open' && <Ask plans={data.plans.filter(({ name }) => name !== data.plan)} />
      )}
    </section>
  );
}

const again = (): void => {
  for (const key of ['plans', 'storage', 'library']) void queries.invalidateQueries({ queryKey: [key] });
};

function Standing({ request: { plan, state, askedAt, answeredAt, answer } }: { readonly request: PlanRequest }) {
  const withdraw = async (): Promise<void> => {
    await attempt(() => ask('withdrawPlanRequest', {}), say('You do not ask for it any more.'));
    again();
  };
  const at = answeredAt === null ? '' : moment(answeredAt);
  const words = answer === '' ? '' : ` ${say('They say: “{answer}”', { answer })}`;
  switch (state) {
    case 'open':
      return (
        <div className="plan-standing" role="status">
          <p>
            {say('You asked for the plan {plan} on {time}. The owner of the server sees it; you are told here.', {
              plan,
              time: moment(askedAt),
            })}
          </p>
          <button type="button" className="button" onClick={() => void withdraw()}>
            {say('Ask no more')}
          </button>
        </div>
      );
    case 'granted':
      return (
        <p role="status">
          {say('You were given the plan {plan} on {time}.', { plan, time: at })}
          {words}
        </p>
      );
    case 'declined':
      return (
        <p role="status">
          {say('The owner of the server declined the plan {plan} on {time}.', { plan, time: at })}
          {words}
        </p>
      );
    case 'withdrawn':
      return null;
    default:
      return state satisfies never;
  }
}

function Ask({ plans }: { readonly plans: readonly Plan[] }) {
  const id = useId();
  const send = async (form: FormData): Promise<void> => {
    const body = { plan: typed(form, 'plan'), note: typed(form, 'note') };
    await attempt(() => ask('askForPlan', { body }), say('You asked. The owner of the server decides.'));
    again();
  };
  if (plans.length === 0) return <p className="quiet">{say('There is no other plan on this server.')}</p>;
  return (
    <form className="plan-form" action={(form) => void send(form)}>
      <div className="field">
        <label htmlFor={`${id}-plan`}>{say('Ask the owner for')}</label>
        <select id={`${id}-plan`} name="plan">
          {plans.map((plan) => (
            <option key={plan.name} value={plan.name}>
              {planWords(plan)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-note`}>{say('A few words, if you like')}</label>
        <input id={`${id}-note`} name="note" type="text" maxLength={500} autoComplete="off" />
      </div>
      <button type="submit" className="button primary">
        {say('Ask')}
      </button>
    </form>
  );
}
