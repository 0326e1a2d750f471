import { figures, say } from '@rollcall/protocol';
import { useId } from 'react';
import { Icon } from '../parts/Icon.tsx';

interface SliderProps {
  readonly label: string;
  /** What the way back to nothing is called. */
  readonly resetLabel: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  /** Behind the number: `°`. */
  readonly unit?: string;
  readonly onChange: (value: number) => void;
}

/** One number of an edit, with the way back to nothing. */
export function Slider({ label, resetLabel, value, least, most, step, unit = '', onChange }: SliderProps) {
  const id = useId();
  return (
    <div className="edit-slider">
      <label htmlFor={id}>{label}</label>
      <output htmlFor={id}>
        {value > 0 ? '+' : value < 0 ? '−' : ''}
        {figures(Math.abs(value))}
        {unit}
      </output>
      <button
        type="button"
        className="icon-button small"
        aria-label={resetLabel}
        title={say('Reset')}
        disabled={value === 0}
        onClick={() => onChange(0)}
      >
        <Icon name="restore" size={16} />
      </button>
      <input
        id={id}
        type="range"
        min={least}
        max={most}
        step={step}
        value={value}
        aria-valuetext={`${figures(value)}${unit}`}
        onChange={(event) => onChange(Number(event.target.value))}
        onDoubleClick={() => onChange(0)}
      />
    </div>
  );
}
