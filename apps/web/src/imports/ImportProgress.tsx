import { say, sayMany, sizeWords } from '@rollcall/protocol';
import { stopImport } from './bring.ts';
import type { ImportStep } from './reading/messages.ts';

interface ProgressProps {
  readonly look: boolean;
  readonly step: ImportStep;
  readonly stopping: boolean;
}

/** How far an import is, and how to stop it. */
export function ImportProgress({ look, step, stopping }: ProgressProps) {
  const part = step.at === 'opening' || step.files === 0 ? null : step.at === 'verifying' ? 1 : step.filesRead / step.files;
  const percent = part === null ? null : Math.floor(part * 100);
  return (
    <section className="card" aria-labelledby="import-progress">
      <h2 id="import-progress">{look ? say('Looking at what would come') : say('Importing')}</h2>
      <span
        className="import-bar"
        role="progressbar"
        aria-labelledby="import-progress"
        aria-valuemin={0}
        aria-valuemax={100}
        {...(percent === null ? {} : { 'aria-valuenow': percent })}
      >
        <span className={part === null ? 'unknown' : undefined} style={part === null ? undefined : { width: `${part * 100}%` }} />
      </span>
      <p className="import-step">{stepWords(step)}</p>
      {!look && (
        <p className="quiet">
          {say('{size} sent', { size: sizeWords(step.bytesMoved) })}
          {' · '}
          {sayMany(step.entered, '{count} photo or video in your library', '{count} photos and videos in your library')}
        </p>
      )}
      <p className="quiet small">
        {look
          ? say('Nothing is sent yet.')
          : say(
              'Leave this page open, and on a phone the screen on: a page that is closed brings nothing. Choose the same again later, and it goes on: what is there is not sent twice.',
            )}
      </p>
      <div className="import-buttons">
        <button type="button" className="button" disabled={stopping} onClick={stopImport}>
          {stopping ? say('Stopping…') : say('Stop')}
        </button>
      </div>
    </section>
  );
}

function stepWords(step: ImportStep): string {
  switch (step.at) {
    case 'opening':
      return say('Looking for what is there…');
    case 'reading':
      return say('{read} of {files} files read ({size})', { read: step.filesRead, files: step.files, size: sizeWords(step.bytesRead) });
    case 'verifying':
      return sayMany(
        step.verifying,
        'The cloud reads {count} file again, byte for byte…',
        'The cloud reads {count} files again, byte for byte…',
      );
    default:
      return step.at satisfies never;
  }
}
