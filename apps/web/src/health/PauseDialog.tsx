import { say, type Device } from '@rollcall/protocol';
import { useState } from 'react';
import { hearsWords } from '../devices/heard.ts';
import { giveOrder } from '../devices/orders.ts';
import { Field } from '../parts/Field.tsx';
import { tell } from '../parts/news.tsx';
import { Question } from '../parts/Question.tsx';
import { typed } from '../parts/typed.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const MORNING = 8;

const CHOICES = [
  { value: 'hour', words: say('For an hour') },
  { value: 'morning', words: say('Until tomorrow morning at 8:00') },
  { value: 'resumed', words: say('Until I resume it') },
  { value: 'time', words: say('Until a time that I choose') },
] as const;
type Choice = (typeof CHOICES)[number]['value'];

/** Until when: milliseconds, by this browser’s clock; null: until the person resumes. */
function untilOf(choice: Choice, chosen: string, now: number): number | null {
  const date = new Date(now);
  switch (choice) {
    case 'hour':
      return now + HOUR;
    case 'morning':
      return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1, MORNING).getTime();
    case 'resumed':
      return null;
    case 'time':
      return new Date(chosen).getTime();
    default:
      return choice satisfies never;
  }
}

/** As a field for a date and a time takes it: the minute, here. */
function fieldTime(at: number): string {
  const date = new Date(at);
  return new Date(at - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** Asks until when a device is to pause. */
export function PauseDialog({ device, onClose }: { readonly device: Device; readonly onClose: () => void }) {
  const [choice, setChoice] = useState<Choice>('hour');
  const [opened] = useState(() => Date.now());
  const pause = async (form: FormData): Promise<void> => {
    const chosen = choice === 'time' ? typed(form, 'time') : '';
    await giveOrder(device, { kind: 'pause', until: untilOf(choice, chosen, Date.now()) });
    tell(hearsWords(device, Date.now()));
  };
  return (
    <Question
      title={say('Pause {name}?', { name: device.name })}
      leave={say('Cancel')}
      act={say('Pause')}
      tone="primary"
      onClose={onClose}
      onAct={pause}
    >
      <p>{say('While it is paused no photo goes to or from it. What is on it stays, and it goes on by itself afterwards.')}</p>
      <fieldset className="choices">
        <legend className="visually-hidden">{say('Until when')}</legend>
        {CHOICES.map(({ value, words }) => (
          <label key={value}>
            <input type="radio" name="until" value={value} checked={choice === value} onChange={() => setChoice(value)} /> {words}
          </label>
        ))}
      </fieldset>
      {choice === 'time' && (
        <Field
          name="time"
          label={say('Until')}
          type="datetime-local"
          autoComplete="off"
          min={fieldTime(opened + MINUTE)}
          initial={fieldTime(opened + HOUR)}
        />
      )}
    </Question>
  );
}
