import { say, type Device } from '@rollcall/protocol';
import { ask } from '../api/call.ts';
import { queries } from '../api/queries.ts';
import { Field } from '../parts/Field.tsx';
import { Icon } from '../parts/Icon.tsx';
import { tell } from '../parts/news.tsx';
import { PasswordField, Question } from '../parts/Question.tsx';
import { typed } from '../parts/typed.ts';
import { lossesOf } from './losses.ts';

export function RenameDialog({ device, onClose }: { readonly device: Device; readonly onClose: () => void }) {
  const rename = async (form: FormData): Promise<void> => {
    await ask('renameDevice', { params: { deviceId: device.id }, body: { name: typed(form, 'name').trim() } });
    await queries.invalidateQueries({ queryKey: ['devices'] });
  };
  return (
    <Question
      title={say('Rename {name}', { name: device.name })}
      leave={say('Cancel')}
      act={say('Rename')}
      tone="primary"
      onClose={onClose}
      onAct={rename}
    >
      <Field name="name" label={say('Name')} type="text" autoComplete="off" initial={device.name} />
    </Question>
  );
}

export function RemoveDialog({ device, onClose }: { readonly device: Device; readonly onClose: () => void }) {
  const remove = async (form: FormData): Promise<void> => {
    await ask('revokeDevice', { params: { deviceId: device.id }, body: { password: typed(form, 'password') } });
    await queries.invalidateQueries({ queryKey: ['devices'] });
    tell(say('{name} was removed. The photos on it stay.', { name: device.name }));
  };
  return (
    <Question
      title={say('Remove {name}?', { name: device.name })}
      leave={say('Keep')}
      act={say('Remove')}
      tone="danger-solid"
      onClose={onClose}
      onAct={remove}
    >
      <p>{say('It loses access to your library. The photos on it stay where they are, and so do those in the cloud.')}</p>
      {lossesOf(device).map((words) => (
        <p key={words} className="silent">
          <Icon name="alert" size={18} />
          <span>{words}</span>
        </p>
      ))}
      <PasswordField />
    </Question>
  );
}
