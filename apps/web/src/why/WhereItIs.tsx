import { deletionWords, fromAfar, placeWords, remoteCures, simulatedTold, simulatedWords } from '@rollcall/core';
import { briefReason, LIMITS, say, type Asset, type AssetPlace, type Reason, type ToldReason } from '@rollcall/protocol';
import { useQuery } from '@tanstack/react-query';
import { tellFailure } from '../api/call.ts';
import { devicesQuery, placesQuery } from '../api/queries.ts';
import { useTold } from '../devices/useTold.ts';
import { whatEnds } from '../devices/whatEnds.ts';
import { Cures } from '../health/Cures.tsx';
import { have } from '../health/cures.ts';
import { useLibrary } from '../library/live.ts';
import { albumsWith } from '../library/shelf.ts';
import { namedWords, pinnedThere } from '../pins/pins.ts';
import { Icon } from '../parts/Icon.tsx';
import { useNow } from '../parts/useNow.ts';
import { ago, moment, plainDay } from '../words.ts';

/** Where a photo is, in the cloud and on each device, and why it is not where it should be. */
export function WhereItIs({ asset }: { readonly asset: Pick<Asset, 'id' | 'state' | 'trashedAt'> }) {
  const { data: places, error, isPending } = useQuery(placesQuery(asset.id));
  const now = useNow();
  return (
    <section className="info-section" aria-label={say('Where it is and why')}>
      <h3>{say('Where it is, and why')}</h3>
      {isPending && <p className="quiet">{say('Asking…')}</p>}
      {error && <p className="quiet">{tellFailure(error)}</p>}
      {places && asset.state === 'trashed' && <p className="place-deletion">{tellDeletion(places, asset.trashedAt ?? now)}</p>}
      <ul className="places">
        {places?.map((place, at) => (
          <Place
            key={`${place.deviceId ?? 'cloud'} ${place.path ?? ''}`}
            assetId={asset.id}
            place={place}
            first={places.findIndex(({ deviceId }) => deviceId === place.deviceId) === at}
            now={now}
          />
        ))}
      </ul>
    </section>
  );
}

function tellDeletion(places: readonly AssetPlace[], trashedAt: number): string {
  const devices = places.filter(({ where, state }) => where === 'device' && state !== 'not-here').map(({ name }) => name);
  return deletionWords({
    photos: 1,
    devices: [...new Set(devices)],
    undoable: say('until {day}', { day: plainDay(trashedAt + LIMITS.trash) }),
  });
}

function Place({
  assetId,
  place,
  first,
  now,
}: {
  readonly assetId: string;
  readonly place: AssetPlace;
  /** Of the places on its device. */
  readonly first: boolean;
  readonly now: number;
}) {
  const { words, tone } = placeWords(place);
  return (
    <li>
      <Icon name={place.where === 'cloud' ? 'cloud' : 'devices'} />
      <div>
        <span className="place-line">
          <strong>{place.name}</strong>
          <span className={`place-state ${tone}`}>
            {place.where === 'cloud' && place.state === 'not-here' ? say('Not in the cloud') : words}
          </span>
        </span>
        {place.path !== null && <span className="quiet breaking">{place.path}</span>}
        {place.reasons.map((reason) => (
          <ReasonWords key={reason.code} reason={reason} told={place.path !== null} name={place.name} />
        ))}
        <PlaceCures deviceId={place.deviceId} reasons={place.reasons} />
        {place.where === 'device' && <InFull assetId={assetId} place={place} first={first} />}
        {place.asOf !== null && <span className="quiet">{say('As of {ago}', { ago: ago(place.asOf, now) })}</span>}
      </div>
    </li>
  );
}

/** Has the device fetch the photo in full, and keep it so before others. Of several files of the photo there, the first has the pin. */
function InFull({ assetId, place, first }: { readonly assetId: string; readonly place: AssetPlace; readonly first: boolean }) {
  const { data: devices } = useQuery(devicesQuery);
  const { replica } = useLibrary();
  const device = devices?.find(({ id }) => id === place.deviceId);
  if (!device) return null;
  const about = device.roll?.about;
  const albums = albumsWith(replica.shelf, assetId).map(({ id }) => id);
  const pinned = first ? pinnedThere(about?.storage?.pins, assetId, place.path, albums) : null;
  const canPin = first && pinned === null && about?.settings['storage']?.value === 'optimise';
  const what = { kind: 'photo', id: assetId } as const;
  const compressed = place.state === 'compressed';
  return (
    <>
      {pinned !== null && <span className="quiet breaking">{pinnedWords(pinned)}</span>}
      {(compressed || canPin || pinned?.by === 'itself') && (
        <div className="cures">
          {compressed && (
            <button type="button" className="button small" onClick={() => void have(device, { kind: 'download-original', assetId })}>
              {say('Download original')}
            </button>
          )}
          {canPin && (
            <button
              type="button"
              className="button small"
              title={say('It makes room last there, and comes back in full where there is room')}
              onClick={() => void have(device, { kind: 'pin', what })}
            >
              {say('Pin')}
            </button>
          )}
          {pinned?.by === 'itself' && (
            <button type="button" className="button small" onClick={() => void have(device, { kind: 'unpin', what })}>
              {say('Unpin')}
            </button>
          )}
        </div>
      )}
    </>
  );
}

function pinnedWords(pinned: NonNullable<ReturnType<typeof pinnedThere>>): string {
  return pinned.by === 'itself' ? say('Pinned there.') : say('Pinned there with {what}.', { what: namedWords(pinned.with) });
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
  const tell = useTold(name);
  const { data: devices } = useQuery(devicesQuery);
  if (reason.code === 'device-silent') return <SilentWords reason={reason} />;
  // A device that told of itself as a whole told no figures.
  const whole = told || Object.keys(reason.evidence).length > 0;
  const [words, helps] = whole ? wordsOf(tell(reason)) : briefWords(reason, name);
  const about = devices?.find((device) => device.name === name)?.roll?.about;
  return (
    <span className="place-reason">
      {words}
      {simulatedWords({ simulated: simulatedTold(reason.code, about) })} {helps !== '' && <span className="quiet">{helps}</span>}
      {told && <span className="quiet"> {say('Since {time}.', { time: moment(reason.since) })}</span>}
    </span>
  );
}

function wordsOf(told: ToldReason): readonly [words: string, helps: string] {
  return [told.words, whatEnds(told)];
}

function briefWords({ code }: Reason, name: string): readonly [words: string, helps: string] {
  const { words, cure } = briefReason(code);
  return [fromAfar(words, name), fromAfar(cure, name)];
}

function SilentWords({ reason }: { readonly reason: Reason }) {
  return (
    <span className="place-reason">
      {say('Not heard from since {time}.', { time: moment(reason.since) })}{' '}
      <span className="quiet">{say('It gets the photo when it is on, and connected.')}</span>
    </span>
  );
}
