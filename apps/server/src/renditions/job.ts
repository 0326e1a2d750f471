import type { SidecarFacts } from '@rollcall/media';
import type { Measures } from '@rollcall/media/renditions';
import type { MediaTool } from '@rollcall/media/tools';
import type { Asset, AssetFields, EditSettings, RenditionSize, ViewKind } from '@rollcall/protocol';

/**
 * What a worker is asked; it writes the files itself. `task`: the pictures of a photo or film, what a file tells that holds data of one,
 * one view that somebody asked for, an edit of a photo, or, of what was made before, what is measured of the picture and what the file itself tells.
 */
export type JobAsked = OneFile &
  (
    | {
        readonly task: 'pictures';
        /** Absolute paths to write to. */
        readonly files: Readonly<Record<RenditionSize, string>>;
        /** Its compressed version is to be made as well, where that costs little beside the rest; absent: it is not. */
        readonly ahead?: OfAsset;
      }
    | { readonly task: 'sidecar' }
    | { readonly task: 'read' }
    | { readonly task: 'measure'; /** Absolute path of its preview. */ readonly preview: string }
    | ({ readonly task: 'view'; readonly kind: ViewKind } & OfAsset)
    | { readonly task: 'edit'; readonly settings: EditSettings; /** Absolute path to write to. */ readonly file: string }
  );
export type Job = JobAsked & { readonly n: number };

interface OfAsset {
  /** Of which photo, and SHA-256 of the bytes: a compressed version carries them inside. */
  readonly assetId: string;
  readonly hash: string;
  /** Absolute path to write to. */
  readonly file: string;
}

interface OneFile {
  /** Absolute path of the bytes; they are only read. */
  readonly path: string;
  /** The name a person knows the file by. */
  readonly name: string;
  readonly mtimeMs: number | null;
}

/** What a worker answers. */
export type JobAnswer = {
  readonly n: number;
  /** What the file tells of itself; null when it could not be read. */
  readonly fields: (AssetFields & Pick<Asset, 'people'>) | null;
  /** The identifier that both halves of a Live Photo carry; null: none. */
  readonly livePairId: string | null;
  /** The identifier that all frames of a burst carry; null: none. */
  readonly burstId: string | null;
  /** There is a film inside the photo's file. */
  readonly moves: boolean;
  /** It says of itself that it is a picture of a screen. */
  readonly screenshot: boolean;
  /** Bytes of memory that the worker now holds. */
  readonly memory: number;
} & (
  | {
      readonly state: 'ready';
      readonly placeholder: string;
      readonly measures: Measures;
      /** The compressed version was made as well. */
      readonly ahead: boolean;
    }
  /** `measures` null: its preview is not there, or cannot be read. */
  | { readonly state: 'measured'; readonly measures: Measures | null }
  | { readonly state: 'read' }
  | { readonly state: 'view-ready' }
  /** In how many pixels it is. */
  | { readonly state: 'edited'; readonly width: number; readonly height: number }
  /** `told` null: it is no such file, or cannot be read. */
  | { readonly state: 'sidecar-read'; readonly told: SidecarFacts | null }
  /** `lacks`: what is not installed here, and would be needed; null: that is not why. */
  | { readonly state: 'unavailable'; readonly words: string; readonly detail: string; readonly lacks: MediaTool | null }
  /** The server's disk failed, not the file: `reading` the bytes, or `writing` the picture. */
  | { readonly state: 'fault'; readonly on: 'reading' | 'writing'; readonly detail: string }
);

/** How a job ended: answered, or not. */
export type JobEnd =
  | { readonly end: 'answered'; readonly answer: JobAnswer }
  /** The worker died, or had to be ended; it is gone. */
  | { readonly end: 'worker-lost'; readonly why: 'crashed' | 'too-long' | 'too-much-memory' }
  /** The server stops; the job was not done. */
  | { readonly end: 'stopped' };
