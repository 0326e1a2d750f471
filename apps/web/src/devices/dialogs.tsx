import type { Device } from '@rollcall/protocol';
import { useState } from 'react';
import { ask, tellFailure } from '../api/call.ts';
import { queries } from '../api/queries.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Field } from '../parts/Field.tsx';
import { Icon } from '../parts/Icon.tsx';
import { tell } from '../parts/news.tsx';
import { typed } from '../parts/typed.ts';
import { many } from '../words.ts';

export function RenameDialog({ device, onClose }: { readonly device: Device; readonly onClose: () => void }) {
  const [trouble, setTrouble] = useState<string | null>(null);
  const rename = async (form: FormData): Promise<void> => {
    try {
      await ask('renameDevice', { params: { deviceId: device.id }, body: { name: typed(form, 'name').trim() } });
      await queries.invalidateQueries({ queryKey: ['devices'] });
      onClose();
    } catch (error) {
      setTrouble(tellFailure(error));
    }
  };
  return (
    <Dialog
      title={`Rename ${device.name}`}
      onClose={onClose}
      onSubmit={(form) => void rename(form)}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="button primary">
            Rename
          </button>
        </>
      }
    >
      <Field name="name" label="Name" type="text" autoComplete="off" initial={device.name} />
      <p className="form-trouble" role="alert">
        {trouble}
      </p>
    </Dialog>
  );
}

export function RemoveDialog({ device, onClose }: { readonly device: Device; readonly onClose: () => void }) {
  const [trouble, setTrouble] = useState<string | null>(null);
  const unsafe = device.roll ? device.roll.counts.onDevice - device.roll.counts.inSync - device.roll.counts.excluded : 0;
  const remove = async (form: FormData): Promise<void> => {
    try {
      await ask('revokeDevice', { params: { deviceId: device.id }, body: { password: typed(form, 'password') } });
      await queries.invalidateQueries({ queryKey: ['devices'] });
      tell(`${device.name} was removed. The photos on it stay.`);
      onClose();
    } catch (error) {
      setTrouble(tellFailure(error));
    }
  };
  return (
    <Dialog
      title={`Remove ${device.name}?`}
      onClose={onClose}
      onSubmit={(form) => void remove(form)}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            Keep
          </button>
          <button type="submit" className="button danger-solid">
            Remove
          </button>
        </>
      }
    >
      <p>It loses access to your library. The photos on it stay where they are, and so do those in the cloud.</p>
      {unsafe > 0 && (
        <p className="silent">
          <Icon name="alert" size={18} />
          {many(unsafe, 'photo')} on it {unsafe === 1 ? 'is' : 'are'} not in the cloud yet, and will not come by itself.
        </p>
      )}
      <Field name="password" label="Your password" type="password" autoComplete="current-password" />
      <p className="form-trouble" role="alert">
        {trouble}
      </p>
    </Dialog>
  );
}
