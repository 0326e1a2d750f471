import { say } from '@rollcall/protocol';
import { Icon } from '../parts/Icon.tsx';
import { RATIOS, type RatioName } from './ratios.ts';
import { Slider } from './Slider.tsx';

interface CropPanelProps {
  readonly straighten: number;
  readonly ratio: RatioName;
  readonly onStraighten: (degrees: number) => void;
  readonly onRatio: (ratio: RatioName) => void;
  readonly onTurn: (way: 'left' | 'right') => void;
  readonly onMirror: () => void;
}

/** What of the picture is kept, and which way up. */
export function CropPanel({ straighten, ratio, onStraighten, onRatio, onTurn, onMirror }: CropPanelProps) {
  return (
    <>
      <div className="edit-turns">
        <button type="button" className="edit-turn" onClick={() => onTurn('left')}>
          <Icon name="turn-left" /> {say('Rotate left')}
        </button>
        <button type="button" className="edit-turn" onClick={() => onTurn('right')}>
          <Icon name="turn-right" /> {say('Rotate right')}
        </button>
        <button type="button" className="edit-turn" onClick={onMirror}>
          <Icon name="mirror" /> {say('Mirror')}
        </button>
      </div>
      <Slider
        label={say('Straighten')}
        resetLabel={say('Reset straighten')}
        value={straighten}
        least={-45}
        most={45}
        step={0.1}
        unit="°"
        onChange={onStraighten}
      />
      <div className="edit-ratios" role="group" aria-label={say('Shape of the crop')}>
        {RATIOS.map(({ name }) => (
          <button key={name} type="button" className="edit-ratio" aria-pressed={name === ratio} onClick={() => onRatio(name)}>
            {say(name)}
          </button>
        ))}
      </div>
    </>
  );
}
