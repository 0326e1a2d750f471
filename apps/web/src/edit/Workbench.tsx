import { say, type Asset, type EditSettings } from '@rollcall/protocol';
import { useEffect, useRef, useState } from 'react';
import { Refused, tellFailure } from '../api/call.ts';
import { rich } from '../language/rich.tsx';
import { newId } from '../library/id.ts';
import { Icon } from '../parts/Icon.tsx';
import { Question } from '../parts/Question.tsx';
import type { BasePicture } from './base-picture.ts';
import { isUnchanged, sameSettings, type Beginning } from './beginning.ts';
import { CompareButton } from './CompareButton.tsx';
import { CropPanel } from './CropPanel.tsx';
import { EditStage } from './EditStage.tsx';
import { LightPanel } from './LightPanel.tsx';
import { saveEdit, showOriginal } from './save.ts';
import { useSettings } from './useSettings.ts';

interface WorkbenchProps {
  readonly asset: Asset;
  readonly live: boolean;
  readonly raw: boolean;
  readonly beginning: Beginning;
  readonly picture: BasePicture;
  readonly onClose: (saved: boolean) => void;
  /** How it is left by Escape from now on. */
  readonly onLeave: (leave: () => void) => void;
}

/** A photo that is being edited: the picture, the controls, and what becomes of it. */
export function Workbench({ asset, live, raw, beginning, picture, onClose, onLeave }: WorkbenchProps) {
  const now = useSettings(beginning.settings, picture);
  const [tab, setTab] = useState<'light' | 'crop'>('light');
  const [comparing, setComparing] = useState(false);
  const [asking, setAsking] = useState(false);
  const { busy, trouble, save } = useSave(asset, beginning, onClose);
  const changed = !sameSettings(now.settings, beginning.settings);
  const leave = (): void => {
    if (busy) return;
    if (changed) setAsking(true);
    else onClose(false);
  };
  const latest = useRef(leave);
  latest.current = leave;
  useEffect(() => onLeave(() => latest.current()), [onLeave]);
  return (
    <>
      <header className="editor-bar">
        <button type="button" className="editor-button" disabled={busy} onClick={leave}>
          {say('Cancel')}
        </button>
        <strong className="editor-title">{asset.fileName}</strong>
        <CompareButton comparing={comparing} onCompare={setComparing} />
        <button type="button" className="editor-button" disabled={busy || isUnchanged(now.settings)} onClick={now.reset}>
          {say('Reset')}
        </button>
        <button type="button" className="editor-button on" disabled={busy || !changed} onClick={() => void save(now.settings)}>
          {busy ? say('Saving…') : say('Save')}
        </button>
      </header>
      <EditStage picture={picture} now={now} cropping={tab === 'crop'} comparing={comparing} onDrag={now.drag} />
      <aside className="editor-panel" aria-label={say('Controls')}>
        <p className="editor-trouble" role="alert">
          {trouble}
        </p>
        {busy && (
          <p className="editor-note" role="status">
            {say('The edit is being made, in all the pixels of the photo…')}
          </p>
        )}
        {/* The look of a page is called light, too: the tag makes it a message of its own. */}
        <div className="editor-tabs" role="group" aria-label={say('What to change')}>
          <button type="button" aria-pressed={tab === 'light'} onClick={() => setTab('light')}>
            <Icon name="sliders" size={18} /> {rich('<tab>Light</tab>', { tab: (text) => text })}
          </button>
          <button type="button" aria-pressed={tab === 'crop'} onClick={() => setTab('crop')}>
            <Icon name="crop" size={18} /> {say('Crop')}
          </button>
        </div>
        <div className="editor-controls" inert={busy}>
          {tab === 'light' ? (
            <LightPanel picture={picture} settings={now.settings} onChange={now.light} />
          ) : (
            <CropPanel
              straighten={now.settings.straighten}
              ratio={now.ratio}
              onStraighten={now.straighten}
              onRatio={now.hold}
              onTurn={now.turn}
              onMirror={now.mirror}
            />
          )}
        </div>
        <Notes words={beginning.words} live={live} raw={raw && beginning.base.role === 'original'} />
      </aside>
      {asking && (
        <Question
          title={say('Leave without saving?')}
          leave={say('Go on editing')}
          act={say('Discard the changes')}
          tone="danger-solid"
          onClose={() => setAsking(false)}
          onAct={async () => onClose(false)}
        >
          <p>{say('What you changed here is not saved. The photo stays as it was.')}</p>
        </Question>
      )}
    </>
  );
}

/** What a person should know of what is saved. */
function Notes({ words, live, raw }: { readonly words: string | null; readonly live: boolean; readonly raw: boolean }) {
  return (
    <div className="editor-notes">
      {words !== null && <p>{words}</p>}
      {live && <p>{say('The still picture is edited. The moments around it stay as they were.')}</p>}
      {raw && <p>{say('It is made of the picture that the camera put into the RAW file.')}</p>}
      <p>{say('Saved in all its pixels, as a JPEG in the colours of usual screens (sRGB). The original stays as it is.')}</p>
    </div>
  );
}

interface Saving {
  readonly busy: boolean;
  readonly trouble: string | null;
  readonly save: (settings: EditSettings) => Promise<void>;
}

function useSave(asset: Asset, { base }: Beginning, done: (saved: boolean) => void): Saving {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  // An edit that may have been saved, though no answer came, is asked for again under the same id.
  const last = useRef<{ readonly id: string; readonly settings: EditSettings } | null>(null);
  const save = async (settings: EditSettings): Promise<void> => {
    setBusy(true);
    setTrouble(null);
    try {
      if (isUnchanged(settings) && base.role === 'original') {
        if (asset.rendering === null || (await showOriginal(asset.id, asset.rendering))) return done(false);
        return setBusy(false);
      }
      if (last.current === null || !sameSettings(last.current.settings, settings)) last.current = { id: newId(), settings };
      await saveEdit({ id: last.current.id, assetId: asset.id, base: base.id, settings, expect: asset.rendering });
      done(true);
    } catch (error) {
      if (error instanceof Refused) last.current = null;
      setTrouble(tellFailure(error));
      setBusy(false);
    }
  };
  return { busy, trouble, save };
}
