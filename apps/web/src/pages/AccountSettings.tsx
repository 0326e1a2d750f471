import { AS_USUAL, policyOf, SETTINGS, type SettingName } from '@rollcall/core';
import { useQuery } from '@tanstack/react-query';
import { ask, tellFailure } from '../api/call.ts';
import { defaultsQuery, queries } from '../api/queries.ts';
import { SettingGroups } from '../settings/SettingGroups.tsx';
import { SettingsHead } from '../settings/SettingsHead.tsx';
import { SettingLine } from '../settings/SettingLine.tsx';
import { valueWords } from '../settings/words.ts';

/** What holds on all devices of the account for which nothing else was chosen. */
export function AccountSettingsPage() {
  const { data: defaults, error, isPending } = useQuery(defaultsQuery);
  const choose = async (name: SettingName, value: string): Promise<void> => {
    const { values } = await ask('setDefaultSettings', { body: { values: { [name]: value } } });
    queries.setQueryData(defaultsQuery.queryKey, values);
  };
  const line = (name: SettingName) => (
    <SettingLine
      key={name}
      name={name}
      chosen={defaults?.[name] ?? null}
      follows={{ words: valueWords(name, AS_USUAL), value: SETTINGS[name].show(policyOf(AS_USUAL)), whose: 'as usual' }}
      pending={null}
      onChoose={(value) => choose(name, value)}
    />
  );
  return (
    <div className="page">
      <SettingsHead whose="all devices">
        <p className="quiet">
          A new device begins with these. A device on which something else was chosen keeps that; all others follow within seconds, or when
          they are connected again.
        </p>
      </SettingsHead>
      {isPending && <p className="quiet">Asking…</p>}
      {error && <p className="form-trouble">{tellFailure(error)}</p>}
      {defaults && <SettingGroups line={line} />}
    </div>
  );
}
