import { LIMITS, type AssetFields } from '@rollcall/protocol';
import { burstNameOf, oneAfterAnother } from '../group/bursts.ts';
import { alike } from '../group/file-names.ts';
import { applied, put, superseded, type AssetRows, type Decision } from './rows.ts';
import { gone } from './state.ts';

/** Of which burst a photo is a frame, as its file or its name tells. */
export interface Frame {
  /** The same in all frames of the burst. Where each has its own moment, in all such frames of the camera. */
  readonly key: string;
  /** Milliseconds on the camera's clock; null: the key alone says which burst it is. */
  readonly at: number | null;
}

/** An asset, with what its file told. */
export interface FrameRows {
  readonly frame: Frame;
  readonly rows: AssetRows;
}

/** Date and time in a name: a name without them comes again. */
const MOMENT = /\d{8}_?\d{6}/;

/**
 * Null: it is none that could be known as one. A library has no folders, so a name counts only with the moment in it, and with the camera.
 * @param burstId what the camera wrote into all frames
 */
export function frameOf(fileName: string, burstId: string | null, camera: AssetFields['camera']): Frame | null {
  if (burstId !== null) return { key: burstId.toUpperCase().slice(0, LIMITS.burst), at: null };
  const name = burstNameOf(fileName);
  if (name === null || (name.at === null && !MOMENT.test(name.shared))) return null;
  const by = alike([camera?.make, camera?.model].filter(Boolean).join(' '));
  return { key: `${name.shared}\n${by}`.slice(0, LIMITS.burst / 2), at: name.at };
}

/**
 * Holds a frame together with the others of its burst: all keep being photos of their own. Frames that have each their own moment are held by
 * the moment of the first that was found, and two runs of them become one when what lay between them comes. Pure.
 * @param others those of the same library whose files told the same key
 */
export function holdTogether(read: FrameRows, others: readonly FrameRows[]): readonly Decision[] {
  const { key, at } = read.frame;
  if (at === null) return [hold(read.rows, key)];
  const timed = [read, ...others].flatMap(({ frame, rows }) => (frame.at === null ? [] : [{ at: frame.at, rows }]));
  const run = oneAfterAnother(timed).find((frames) => frames.some(({ rows }) => rows === read.rows)) ?? [];
  if (run.length < 2) return [];
  const burst = run.find(({ rows }) => rows.asset.burst !== undefined)?.rows.asset.burst ?? `${key}\n${run[0]!.at}`;
  return run.map(({ rows }) => hold(rows, burst));
}

/** It is nothing that anybody did, so the history does not tell it. */
function hold({ asset }: AssetRows, burst: string): Decision {
  if (asset.state === 'purged') return gone();
  return asset.burst === burst ? superseded('already-so') : applied([put({ ...asset, burst })], []);
}
