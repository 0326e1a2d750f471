import { SETTINGS, type SettingName } from '@rollcall/core';
import { say } from '@rollcall/protocol';
import { useId, useState, type SubmitEvent } from 'react';
import { tellFailure } from '../api/call.ts';
import { typed } from '../parts/typed.ts';
import { SHOWN } from './controls.ts';
import { lineText, takenText } from './words.ts';

/** Chosen to follow what stands above: the account, or what is usual. */
const FOLLOW = 'default';

interface SettingLineProps {
  readonly name: SettingName;
  /** As the person would write it; null: it follows what stands above. */
  readonly chosen: string | null;
  /** What holds when it follows, in words, and whose word that is. */
  readonly follows: { readonly words: string; readonly value: string; readonly whose: string };
  /** What was chosen here and is not heard of there yet, in words; null: nothing. */
  readonly pending: string | null;
  /** Rejects with what went wrong. */
  readonly onChoose: (value: string) => Promise<void>;
}

/** One setting: what holds, where that comes from, and how to change it. */
export function SettingLine({ name, chosen, follows, pending, onChoose }: SettingLineProps) {
  const id = useId();
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { title, control } = SHOWN[name];
  const choose = async (value: string): Promise<void> => {
    setBusy(true);
    setTrouble(null);
    try {
      await onChoose(value);
    } catch (error) {
      setTrouble(tellFailure(error));
    } finally {
      setBusy(false);
    }
  };
  const notes = pending ?? (chosen === null ? `${capital(follows.whose)}.` : say('Chosen here.'));
  return (
    <div className="setting">
      <div className="setting-name">
        <label htmlFor={id}>{title}</label>
        <span className="quiet" id={`${id}-note`}>
          {control.kind === 'text' ? `${capital(SETTINGS[name].takes)}. ` : ''}
          {notes}
        </span>
      </div>
      {control.kind === 'choice' ? (
        <select
          id={id}
          aria-describedby={`${id}-note`}
          value={chosen === null ? FOLLOW : chosen}
          disabled={busy}
          onChange={(event) => void choose(event.target.value)}
        >
          <option value={FOLLOW}>
            {follows.words} ({follows.whose})
          </option>
          {control.values.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      ) : (
        <TextControl
          key={chosen ?? FOLLOW}
          name={name}
          id={id}
          chosen={chosen}
          follows={follows}
          busy={busy}
          title={title}
          onChoose={choose}
        />
      )}
      {trouble !== null && (
        <p className="form-trouble" role="alert">
          {trouble}
        </p>
      )}
    </div>
  );
}

function TextControl({
  name,
  id,
  chosen,
  follows,
  busy,
  title,
  onChoose,
}: {
  readonly name: SettingName;
  readonly id: string;
  readonly chosen: string | null;
  readonly follows: SettingLineProps['follows'];
  readonly busy: boolean;
  readonly title: string;
  readonly onChoose: (value: string) => Promise<void>;
}) {
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void onChoose(takenText(name, typed(new FormData(event.currentTarget), 'value')));
  };
  return (
    <form className="setting-text" onSubmit={submit}>
      <input
        id={id}
        name="value"
        type="text"
        autoComplete="off"
        required
        aria-describedby={`${id}-note`}
        defaultValue={lineText(name, chosen ?? follows.value)}
      />
      <button type="submit" className="button small" disabled={busy} aria-label={say('Save: {title}', { title })}>
        {say('Save')}
      </button>
      {chosen !== null && (
        <button
          type="button"
          className="button small"
          disabled={busy}
          aria-label={say('Use default: {title}', { title })}
          onClick={() => void onChoose(FOLLOW)}
        >
          {say('Default')}
        </button>
      )}
    </form>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
