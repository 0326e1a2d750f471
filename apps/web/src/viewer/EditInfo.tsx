import { LIMITS, say, type Asset } from '@rollcall/protocol';
import { useState } from 'react';
import { doAll } from '../library/deletion.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Field } from '../parts/Field.tsx';
import { tell } from '../parts/news.tsx';
import { TextArea } from '../parts/TextArea.tsx';
import { typed } from '../parts/typed.ts';
import { changedInfo, fieldsBefore, typedOf } from './editInfo.ts';

/** What a person says of a photo: a title, a caption, keywords, and when it was taken. The file itself stays as it is. */
export function EditInfo({ asset, onClose }: { readonly asset: Asset; readonly onClose: () => void }) {
  // What stood there when it was opened: only what the person changes is set.
  const [before] = useState(() => typedOf(asset));
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const save = async (form: FormData): Promise<void> => {
    setTrouble(null);
    let fields;
    try {
      fields = changedInfo(before, {
        title: typed(form, 'title'),
        caption: typed(form, 'caption'),
        keywords: typed(form, 'keywords'),
        taken: typed(form, 'taken'),
        offset: typed(form, 'offset'),
      });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return setTrouble(error.message);
    }
    if (Object.keys(fields).length === 0) return onClose();
    setBusy(true);
    const back = fieldsBefore(asset, fields);
    if (!(await doAll([{ name: 'asset.set', args: { assetId: asset.id, fields } }]))) return setBusy(false);
    tell(say('Saved, on all your devices.'), {
      undo: { words: say('Undo'), act: () => void doAll([{ name: 'asset.set', args: { assetId: asset.id, fields: back } }]) },
    });
    onClose();
  };
  return (
    <Dialog
      title={say('Edit information')}
      onClose={onClose}
      onSubmit={(form) => void save(form)}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            {say('Cancel')}
          </button>
          <button type="submit" className="button primary" disabled={busy}>
            {say('Save')}
          </button>
        </>
      }
    >
      <Field
        name="title"
        label={say('Title')}
        type="text"
        autoComplete="off"
        initial={before.title}
        required={false}
        maxLength={LIMITS.title}
      />
      <TextArea name="caption" label={say('Caption')} initial={before.caption} maxLength={LIMITS.caption} />
      <Field
        name="keywords"
        label={say('Keywords')}
        type="text"
        autoComplete="off"
        initial={before.keywords}
        required={false}
        hint={say('With commas between them')}
      />
      <div className="field-row">
        <Field name="taken" label={say('Taken on')} type="datetime-local" autoComplete="off" initial={before.taken} step={1} />
        <Field
          name="offset"
          label={say('Time zone')}
          type="text"
          autoComplete="off"
          initial={before.offset}
          required={false}
          hint={say('From UTC, such as +02:00')}
        />
      </div>
      <p className="form-trouble" role="alert">
        {trouble}
      </p>
    </Dialog>
  );
}
