import type { ServerContext } from '../context.ts';

/** What this room needs of the server. */
export type BytesContext = Pick<ServerContext, 'database' | 'write' | 'blobs' | 'traffic' | 'clock' | 'log' | 'closes' | 'authenticate'> & {
  readonly libraries: Pick<ServerContext['libraries'], 'quotaOf' | 'asset'>;
  /** What is always left free on the disk, in bytes; absent: what is usual. */
  readonly keepFree?: number | undefined;
};

/** On whose behalf bytes move. */
export interface Sender {
  readonly libraryId: string;
  readonly deviceId: string;
}
