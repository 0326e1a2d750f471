import { findSpace } from '@rollcall/core';
import Database from 'better-sqlite3';
import { parentPort, workerData } from 'node:worker_threads';
import { readRoom } from './read.ts';
import type { Found, Question } from './space.ts';

/** A thread that looks at every photo of one library once, and ends: nobody else waits meanwhile, and its memory is given back. */
const { file, libraryId } = workerData as Question;
const database = new Database(file, { readonly: true });
try {
  const room = readRoom(database, libraryId);
  const found: Found | null = room === null ? null : { head: room.head, deleted: room.deleted, ...findSpace(room.photos) };
  parentPort?.postMessage(found);
} finally {
  database.close();
}
