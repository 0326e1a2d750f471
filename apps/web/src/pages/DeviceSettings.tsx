import { AS_USUAL, policyOf, SETTINGS, type SettingName, type Settings } from '@rollcall/core';
import { say, type Device } from '@rollcall/protocol';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { tellFailure } from '../api/call.ts';
import { defaultsQuery, watchedDevicesQuery, ordersQuery } from '../api/queries.ts';
import { giveOrder } from '../devices/orders.ts';
import { Waiting } from '../health/Waiting.tsx';
import { useNow } from '../parts/useNow.ts';
import { askedOf } from '../settings/asked.ts';
import { BackInFull } from '../settings/BackInFull.tsx';
import { backInFull, type ComesBack } from '../settings/back-in-full.ts';
import { SettingGroups } from '../settings/SettingGroups.tsx';
import { SettingsHead } from '../settings/SettingsHead.tsx';
import { SettingLine } from '../settings/SettingLine.tsx';
import { textWords, valueWords } from '../settings/words.ts';
import { timeOf } from '../words.ts';

/** The settings of one device, as it told them; a change reaches it within seconds, or when it is back. */
export function DeviceSettingsPage() {
  const { deviceId } = useParams({ from: '/shell/devices/$deviceId/settings' });
  const { data: devices, error, isPending } = useQuery(watchedDevicesQuery);
  const device = devices?.find((each) => each.id === deviceId);
  const now = useNow();
  return (
    <div className="page">
      <SettingsHead title={device ? say('Settings of {device}', { device: device.name }) : say('Settings of a device')}>
        {device?.roll?.about && (
          <p className="quiet">
            {device.connected
              ? say('As it told, now. A change reaches it within seconds.')
              : say('As it told at {time}. A change reaches it when it is connected again.', { time: timeOf(device.roll.reportedAt, now) })}
          </p>
        )}
      </SettingsHead>
      {isPending && <p className="quiet">{say('Asking…')}</p>}
      {error && <p className="form-trouble">{tellFailure(error)}</p>}
      {devices && !device && <p className="quiet">{say('This account has no such device.')}</p>}
      {device && <Waiting device={device} now={now} />}
      {device && <Lines device={device} />}
    </div>
  );
}

function Lines({ device }: { readonly device: Device }) {
  const { data: defaults } = useQuery(defaultsQuery);
  const { data: waiting } = useQuery(ordersQuery(device.id));
  const [asking, setAsking] = useState<{ readonly value: string; readonly coming: ComesBack } | null>(null);
  const about = device.roll?.about;
  if (!about)
    return <p className="quiet">{say('It has not told yet how it is set. What is changed here reaches it when it is heard from.')}</p>;
  if (!defaults) return <p className="quiet">{say('Asking…')}</p>;
  const above: Settings = { ...AS_USUAL, defaults };
  const set = async (name: SettingName, value: string): Promise<void> =>
    void (await giveOrder(device, { kind: 'settings-set', values: { [name]: value } }));
  const line = (name: SettingName) => {
    const told = about.settings[name];
    const asked = askedOf(name, waiting?.orders ?? []);
    const here = told?.from === 'device' ? told.value : null;
    return (
      <SettingLine
        key={name}
        name={name}
        chosen={asked === undefined ? here : asked === 'default' ? null : asked}
        follows={{
          words: valueWords(name, above),
          value: SETTINGS[name].show(policyOf(above)),
          whose: above.defaults[name] === undefined ? say('as usual') : say('as for all devices'),
        }}
        pending={
          asked === undefined
            ? null
            : say('Asked for: {value}; {device} has not heard of it yet.', {
                value: asked === 'default' ? valueWords(name, above) : textWords(name, asked, above),
                device: device.name,
              })
        }
        onChoose={async (value) => {
          const facts = name === 'storage' ? backInFull(device, value, defaults) : null;
          if (facts === null) await set(name, value);
          else setAsking({ value, coming: { device, facts } });
        }}
      />
    );
  };
  return (
    <>
      <SettingGroups line={line} />
      {asking !== null && (
        <BackInFull coming={[asking.coming]} onClose={() => setAsking(null)} onAct={() => set('storage', asking.value)} />
      )}
    </>
  );
}
