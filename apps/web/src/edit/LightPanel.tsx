import { autoOf } from '@rollcall/core/recipe';
import { say, type EditSettings } from '@rollcall/protocol';
import { Icon } from '../parts/Icon.tsx';
import type { BasePicture } from './base-picture.ts';
import { Slider } from './Slider.tsx';

const SLIDERS = [
  ['exposure', say('Exposure'), say('Reset exposure')],
  ['contrast', say('Contrast'), say('Reset contrast')],
  ['saturation', say('Saturation'), say('Reset saturation')],
  ['warmth', say('Warmth'), say('Reset warmth')],
] as const;

interface LightPanelProps {
  readonly picture: BasePicture;
  readonly settings: EditSettings;
  readonly onChange: (settings: EditSettings) => void;
}

/** Light and colours. */
export function LightPanel({ picture, settings, onChange }: LightPanelProps) {
  return (
    <>
      <button type="button" className="edit-auto" onClick={() => onChange({ ...settings, ...autoOf(picture.pixels.data, 4) })}>
        <Icon name="wand" size={18} /> {say('Auto')}
      </button>
      {SLIDERS.map(([key, label, resetLabel]) => (
        <Slider
          key={key}
          label={label}
          resetLabel={resetLabel}
          value={settings[key]}
          least={-100}
          most={100}
          step={1}
          onChange={(value) => onChange({ ...settings, [key]: value })}
        />
      ))}
    </>
  );
}
