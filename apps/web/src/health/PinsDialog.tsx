import { say, sayMany, type Device, type Pin, type PinsTold } from '@rollcall/protocol';
import { LIMITS } from '@rollcall/protocol';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { foldersQuery } from '../api/queries.ts';
import { rich } from '../language/rich.tsx';
import { useLibrary } from '../library/live.ts';
import { albumsOf } from '../library/shelf.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { typed } from '../parts/typed.ts';
import { have } from './cures.ts';
import { namedWords, pinOf } from '../pins/pins.ts';

const CODE = { code: (text: string) => <code>{text}</code> };

/** What is pinned on a device, each with the way to end it, and albums and folders to pin. */
export function PinsDialog({ device, pins, onClose }: { readonly device: Device; readonly pins: PinsTold; readonly onClose: () => void }) {
  const [chosen, setChosen] = useState(false);
  const more = pins.count - pins.first.length;
  const pin = async (form: FormData): Promise<void> => {
    const [what] = targetIn(typed(form, 'what'));
    if (what === undefined) return;
    await have(device, { kind: 'pin', what });
    onClose();
  };
  return (
    <Dialog
      title={say('Pinned on {name}', { name: device.name })}
      onClose={onClose}
      onSubmit={(form) => void pin(form)}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            {say('Close')}
          </button>
          {pins.count < LIMITS.pins && (
            <button type="submit" className="button primary" disabled={!chosen}>
              {say('Pin')}
            </button>
          )}
        </>
      }
    >
      <p>{say('What is pinned makes room last, and comes back in full where there is room. A photo is pinned at its information.')}</p>
      {pins.count > 0 && (
        <ul className="pins">
          {pins.first.map((each) => (
            <Pinned key={`${each.kind} ${each.id ?? each.name}`} device={device} words={namedWords(each)} pin={pinOf(each)} />
          ))}
        </ul>
      )}
      {more > 0 && (
        <p className="quiet">
          {sayMany(more, '{count} more is pinned there;', '{count} more are pinned there;')}{' '}
          {rich('<code>rollcall pins</code>, on the device, shows all.', CODE)}
        </p>
      )}
      {pins.count < LIMITS.pins ? (
        <Choice device={device} onChoose={setChosen} />
      ) : (
        <p className="quiet">{say('More cannot be pinned there before something is unpinned.')}</p>
      )}
    </Dialog>
  );
}

function Pinned({ device, words, pin }: { readonly device: Device; readonly words: string; readonly pin: Pin | null }) {
  return (
    <li>
      <span className="breaking">{words}</span>
      {pin !== null && (
        <button
          type="button"
          className="text-button"
          aria-label={say('Unpin {what}', { what: words })}
          onClick={() => void have(device, { kind: 'unpin', what: pin })}
        >
          {say('Unpin')}
        </button>
      )}
    </li>
  );
}

/** As a choice has it: an album with its title behind its id, or a folder. */
function targetIn(value: string): Pin[] {
  if (value === '') return [];
  const [kind = '', ...rest] = value.split(' ');
  const text = rest.join(' ');
  if (kind === 'folder') return [{ kind: 'folder', path: text }];
  const [id = '', ...title] = rest;
  return [{ kind: 'album', id, title: title.join(' ') }];
}

function Choice({ device, onChoose }: { readonly device: Device; readonly onChoose: (chosen: boolean) => void }) {
  const id = useId();
  const { replica } = useLibrary();
  const { data } = useQuery(foldersQuery(device.id));
  const albums = albumsOf(replica.shelf).map(({ id, title }) => [id, title] as const);
  return (
    <div className="field">
      <label htmlFor={id}>{say('Pin an album or a folder')}</label>
      <select id={id} name="what" defaultValue="" onChange={(event) => onChoose(event.currentTarget.value !== '')}>
        <option value="">{say('Choose…')}</option>
        {albums.length > 0 && (
          <optgroup label={say('Albums')}>
            {albums.map(([albumId, title]) => (
              <option key={albumId} value={`album ${albumId} ${title}`}>
                {title}
              </option>
            ))}
          </optgroup>
        )}
        <optgroup label={say('Folders on {name}', { name: device.name })}>
          <option value="folder ">{say('Its whole folder')}</option>
          {data?.folders.map((folder) => (
            <option key={folder} value={`folder ${folder}`}>
              {folder}
            </option>
          ))}
        </optgroup>
      </select>
      <span className="hint">
        {data?.all === false
          ? rich('There are more folders on it; <code>rollcall pin</code>, on the device, takes each.', CODE)
          : say('With all that ever comes into it.')}
      </span>
    </div>
  );
}
