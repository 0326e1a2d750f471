import type { Device } from '@rollcall/protocol';
import { hearsWords } from '../devices/heard.ts';
import { giveOrder } from '../devices/orders.ts';
import { tell } from '../parts/news.tsx';
import { Question } from '../parts/Question.tsx';
import { typed } from '../parts/typed.ts';

const HOUR = 3_600_000;
const MORNING = 8;

const CHOICES = [
  { value: 'hour', words: 'For an hour' },
  { value: 'morning', words: 'Until tomorrow morning at 8:00' },
  { value: 'resumed', words: 'Until I resume it' },
] as const;

/** Until when: milliseconds, by this browser’s clock; null: until the person resumes. */
function untilOf(choice: string, now: number): number | null {
  if (choice === 'hour') return now + HOUR;
  if (choice !== 'morning') return null;
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1, MORNING).getTime();
}

/** Asks until when a device is to pause. */
export function PauseDialog({ device, onClose }: { readonly device: Device; readonly onClose: () => void }) {
  const pause = async (form: FormData): Promise<void> => {
    await giveOrder(device, { kind: 'pause', until: untilOf(typed(form, 'until'), Date.now()) });
    tell(hearsWords(device, Date.now()));
  };
  return (
    <Question title={`Pause ${device.name}?`} leave="Cancel" act="Pause" tone="primary" onClose={onClose} onAct={pause}>
      <p>While it is paused no photo goes to or from it. What is on it stays, and it goes on by itself afterwards.</p>
      <fieldset className="choices">
        <legend className="visually-hidden">Until when</legend>
        {CHOICES.map(({ value, words }, at) => (
          <label key={value}>
            <input type="radio" name="until" value={value} defaultChecked={at === 0} /> {words}
          </label>
        ))}
      </fieldset>
    </Question>
  );
}
