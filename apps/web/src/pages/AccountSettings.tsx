import { say } from '@rollcall/protocol';
import { AS_USUAL, policyOf, SETTINGS, type SettingName } from '@rollcall/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, tellFailure } from '../api/call.ts';
import { defaultsQuery, devicesQuery, ordersQuery, queries } from '../api/queries.ts';
import { askedOf } from '../settings/asked.ts';
import { BackInFull } from '../settings/BackInFull.tsx';
import { backEverywhere, type ComesBack } from '../settings/back-in-full.ts';
import { SettingGroups } from '../settings/SettingGroups.tsx';
import { SettingsHead } from '../settings/SettingsHead.tsx';
import { SettingLine } from '../settings/SettingLine.tsx';
import { valueWords } from '../settings/words.ts';

/** What holds on all devices of the account for which nothing else was chosen. */
export function AccountSettingsPage() {
  const { data: defaults, error, isPending } = useQuery(defaultsQuery);
  const [asking, setAsking] = useState<{ readonly value: string; readonly coming: readonly [ComesBack, ...ComesBack[]] } | null>(null);
  const set = async (name: SettingName, value: string): Promise<void> => {
    const { values } = await ask('setDefaultSettings', { body: { values: { [name]: value } } });
    queries.setQueryData(defaultsQuery.queryKey, values);
  };
  const choose = async (name: SettingName, value: string): Promise<void> => {
    if (name !== 'storage') return set(name, value);
    const [first, ...others] = await whatComesBack(value);
    if (first === undefined) await set(name, value);
    else setAsking({ value, coming: [first, ...others] });
  };
  const line = (name: SettingName) => (
    <SettingLine
      key={name}
      name={name}
      chosen={defaults?.[name] ?? null}
      follows={{ words: valueWords(name, AS_USUAL), value: SETTINGS[name].show(policyOf(AS_USUAL)), whose: say('as usual') }}
      pending={null}
      onChoose={(value) => choose(name, value)}
    />
  );
  return (
    <div className="page">
      <SettingsHead title={say('Settings of all devices')}>
        <p className="quiet">
          {say(
            'A new device begins with these. A device on which something else was chosen keeps that; all others follow within seconds, or when they are connected again.',
          )}
        </p>
      </SettingsHead>
      {isPending && <p className="quiet">{say('Asking…')}</p>}
      {error && <p className="form-trouble">{tellFailure(error)}</p>}
      {defaults && <SettingGroups line={line} />}
      {asking !== null && <BackInFull coming={asking.coming} onClose={() => setAsking(null)} onAct={() => set('storage', asking.value)} />}
    </div>
  );
}

/** As the devices tell now; not to those of which something else was asked that they have not heard of yet. */
async function whatComesBack(value: string): Promise<ComesBack[]> {
  const devices = await queries.fetchQuery({ ...devicesQuery, staleTime: 0 });
  const follow = await Promise.all(
    backEverywhere(devices, value).map(async (each) => {
      const { orders } = await queries.fetchQuery({ ...ordersQuery(each.device.id), staleTime: 0 });
      const asked = askedOf('storage', orders);
      return asked === undefined || asked === 'default' ? [each] : [];
    }),
  );
  return follow.flat();
}
