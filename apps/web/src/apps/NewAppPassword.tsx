import { DAV_UPLOAD, say, type RouteOutput } from '@rollcall/protocol';
import { useRef } from 'react';
import { ask } from '../api/call.ts';
import { queries } from '../api/queries.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Field } from '../parts/Field.tsx';
import { PasswordField, Question } from '../parts/Question.tsx';
import { typed } from '../parts/typed.ts';

export type MadePassword = RouteOutput<'createAppPassword'>;

/** For which app, and the account's own password. */
export function NewAppPassword({ onClose, onMade }: { readonly onClose: () => void; readonly onMade: (made: MadePassword) => void }) {
  const made = useRef<MadePassword | null>(null);
  const make = async (form: FormData): Promise<void> => {
    made.current = await ask('createAppPassword', { body: { name: typed(form, 'name').trim(), password: typed(form, 'password') } });
    await queries.invalidateQueries({ queryKey: ['devices'] });
  };
  // The question is over in any case: what was made is shown in its place.
  const end = (): void => (made.current === null ? onClose() : onMade(made.current));
  return (
    <Question title={say('A password for an app')} leave={say('Cancel')} act={say('Make it')} tone="primary" onClose={end} onAct={make}>
      <Field
        name="name"
        label={say('Which app')}
        type="text"
        autoComplete="off"
        maxLength={100}
        hint={say('As you want to see it among your devices, such as “PhotoSync on my phone”.')}
      />
      <PasswordField />
    </Question>
  );
}

/** What the app is to be given; it is told this once. */
export function Made({ made, onClose }: { readonly made: MadePassword; readonly onClose: () => void }) {
  const rows = [
    [say('Address'), `${window.location.origin}${made.path}`],
    [say('Folder for uploads'), DAV_UPLOAD],
    [say('User'), made.user],
    [say('Password'), made.password],
  ] as const;
  return (
    <Dialog
      title={say('Give this to the app')}
      onClose={onClose}
      onSubmit={onClose}
      actions={
        <button type="submit" className="button primary">
          {say('Done')}
        </button>
      }
    >
      <p>{say('In the app choose WebDAV. The password is shown now and never again: take it over before you close this.')}</p>
      <dl className="facts">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <code>{value}</code>
            </dd>
          </div>
        ))}
      </dl>
      {window.location.protocol !== 'https:' && (
        <p className="quiet">
          {say('From another device it is taken over https only: give the app the address by which your server is reached with it.')}
        </p>
      )}
    </Dialog>
  );
}
