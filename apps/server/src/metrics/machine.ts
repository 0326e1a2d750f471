import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { ServerDisk } from '@rollcall/protocol';
import { DATABASE_FILE } from '../database.ts';
import { counter, gauge, type Family } from './family.ts';
import type { LoopDelay } from './loop-delay.ts';

/** What the process takes of its machine. Names without `rollcall` are those that every program under Prometheus tells. */
export async function machine(version: string, startedAt: number, delay: LoopDelay): Promise<Family[]> {
  const { user, system } = process.cpuUsage();
  const memory = process.memoryUsage();
  const { idle, active } = performance.eventLoopUtilization();
  return [
    gauge('rollcall_info', 'Which Rollcall this is, on which Node.js', [{ labels: { version, node: process.versions.node }, value: 1 }]),
    counter('process_cpu_seconds_total', 'Processor time of the server, its workers not counted', (user + system) / 1e6),
    gauge('process_resident_memory_bytes', 'Memory of the server, its workers not counted', memory.rss),
    gauge('process_start_time_seconds', 'When the server began, in seconds since 1970', startedAt / 1000),
    gauge('process_open_fds', 'Files and connections that are open', await openFiles()),
    gauge('rollcall_heap_bytes', 'Memory of the program’s own things', memory.heapUsed),
    counter('rollcall_loop_seconds_total', 'Time of the one thread that answers: busy, or waiting for something to do', [
      { labels: { state: 'busy' }, value: active / 1000 },
      { labels: { state: 'idle' }, value: idle / 1000 },
    ]),
    gauge('rollcall_loop_delay_seconds', `How late that thread came to what was due, in the last ${delay.seconds} seconds`, [
      { labels: { at: 'half' }, value: delay.last().half },
      { labels: { at: 'p99' }, value: delay.last().most },
      { labels: { at: 'longest' }, value: delay.last().longest },
    ]),
  ];
}

/** The disk of the data folder, and the files of the database on it. */
export async function disk(dataDir: string, { total, free, keepFree, state }: ServerDisk): Promise<Family[]> {
  const file = join(dataDir, DATABASE_FILE);
  return [
    gauge('rollcall_disk_bytes', 'The disk of the data folder: all of it, what is free, and what is always left free', [
      { labels: { what: 'total' }, value: total },
      { labels: { what: 'free' }, value: free },
      { labels: { what: 'keep-free' }, value: keepFree },
    ]),
    gauge('rollcall_disk_refusing', '1: the disk is full up to its mark, and no new photos are taken', state === 'full' ? 1 : 0),
    gauge('rollcall_database_bytes', 'The database, and its log that is yet to be written back', [
      { labels: { part: 'database' }, value: await sizeOf(file) },
      { labels: { part: 'log' }, value: await sizeOf(`${file}-wal`) },
    ]),
  ];
}

/** Linux tells; null elsewhere. */
async function openFiles(): Promise<number | null> {
  if (process.platform !== 'linux') return null;
  return (await readdir('/proc/self/fd')).length;
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => null))?.size ?? 0;
}
