import { deletionWords, fromAfar, placeWords, remoteCures, tellFromAfar } from '@rollcall/core';
import { briefReason, LIMITS, type Asset, type AssetPlace, type Reason } from '@rollcall/protocol';
import { useQuery } from '@tanstack/react-query';
import { tellFailure } from '../api/call.ts';
import { devicesQuery, placesQuery } from '../api/queries.ts';
import { whatEnds } from '../devices/whatEnds.ts';
import { Cures } from '../health/Cures.tsx';
import { have } from '../health/cures.ts';
import { Icon } from '../parts/Icon.tsx';
import { useNow } from '../parts/useNow.ts';
import { ago, moment, plainDay } from '../words.ts';

/** Where a photo is, in the cloud and on each device, and why it is not where it should be. */
export function WhereItIs({ asset }: { readonly asset: Pick<Asset, 'id' | 'state' | 'trashedAt'> }) {
  const { data: places, error, isPending } = useQuery(placesQuery(asset.id));
  const now = useNow();
  return (
    <section className="info-section" aria-label="Where it is and why">
      <h3>Where it is, and why</h3>
      {isPending && <p className="quiet">Asking…</p>}
      {error && <p className="quiet">{tellFailure(error)}</p>}
      {places && asset.state === 'trashed' && <p className="place-deletion">{tellDeletion(places, asset.trashedAt ?? now)}</p>}
      <ul className="places">
        {places?.map((place) => (
          <Place key={`${place.deviceId ?? 'cloud'} ${place.path ?? ''}`} assetId={asset.id} place={place} now={now} />
        ))}
      </ul>
    </section>
  );
}

function tellDeletion(places: readonly AssetPlace[], trashedAt: number): string {
  const devices = places.filter(({ where, state }) => where === 'device' && state !== 'not-here').map(({ name }) => name);
  return deletionWords({ photos: 1, devices: [...new Set(devices)], undoable: `until ${plainDay(trashedAt + LIMITS.trash)}` });
}

function Place({ assetId, place, now }: { readonly assetId: string; readonly place: AssetPlace; readonly now: number }) {
  const { words, tone } = placeWords(place);
  return (
    <li>
      <Icon name={place.where === 'cloud' ? 'cloud' : 'devices'} />
      <div>
        <span className="place-line">
          <strong>{place.name}</strong>
          <span className={`place-state ${tone}`}>
            {place.where === 'cloud' && place.state === 'not-here' ? 'Not in the cloud' : words}
          </span>
        </span>
        {place.path !== null && <span className="quiet breaking">{place.path}</span>}
        {place.reasons.map((reason) => (
          <ReasonWords key={reason.code} reason={reason} told={place.path !== null} name={place.name} />
        ))}
        <PlaceCures deviceId={place.deviceId} reasons={place.reasons} />
        {place.state === 'compressed' && <DownloadOriginal deviceId={place.deviceId} assetId={assetId} />}
        {place.asOf !== null && <span className="quiet">As of {ago(place.asOf, now)}</span>}
      </div>
    </li>
  );
}

/** Has the device fetch the photo in full. */
function DownloadOriginal({ deviceId, assetId }: { readonly deviceId: string | null; readonly assetId: string }) {
  const { data: devices } = useQuery(devicesQuery);
  const device = devices?.find(({ id }) => id === deviceId);
  if (!device) return null;
  return (
    <div className="cures">
      <button type="button" className="button small" onClick={() => void have(device, { kind: 'download-original', assetId })}>
        Download original
      </button>
    </div>
  );
}

/** The buttons that end the first of the reasons, which is what the photo waits for. */
export function PlaceCures({ deviceId, reasons }: { readonly deviceId: string | null; readonly reasons: readonly Reason[] }) {
  const { data: devices } = useQuery(devicesQuery);
  const device = devices?.find(({ id }) => id === deviceId);
  const [primary] = reasons;
  return device && primary ? <Cures device={device} cures={remoteCures(primary.code)} /> : null;
}

/** Why the device of this name has it not, since when, and what helps; a device as a whole tells its reasons without figures. */
export function ReasonWords({ reason, told, name }: { readonly reason: Reason; readonly told: boolean; readonly name: string }) {
  if (reason.code === 'device-silent') return <SilentWords reason={reason} />;
  // A device that told of itself as a whole told no figures.
  const whole = told || Object.keys(reason.evidence).length > 0;
  const [words, helps] = whole ? wordsOf(reason, name) : briefWords(reason, name);
  return (
    <span className="place-reason">
      {words} {helps !== '' && <span className="quiet">{helps}</span>}
      {told && <span className="quiet"> Since {moment(reason.since)}.</span>}
    </span>
  );
}

function wordsOf(reason: Reason, name: string): readonly [words: string, helps: string] {
  const told = tellFromAfar(reason, name);
  return [told.words, whatEnds(told)];
}

function briefWords({ code }: Reason, name: string): readonly [words: string, helps: string] {
  const { words, cure } = briefReason(code);
  return [fromAfar(words, name), fromAfar(cure, name)];
}

function SilentWords({ reason }: { readonly reason: Reason }) {
  return (
    <span className="place-reason">
      Not heard from since {moment(reason.since)}. <span className="quiet">It gets the photo when it is on, and connected.</span>
    </span>
  );
}
