import { openDatabase } from '../database.ts';

/** Brings the data folder that it is given up to date, and is killed in the middle of the last step, as by a loss of power. */
const steps = [
  'CREATE TABLE a (x INTEGER)',
  'ALTER TABLE a ADD COLUMN y INTEGER',
  "CREATE TABLE b (z INTEGER); INSERT INTO b VALUES (1); SELECT killed('now'); CREATE TABLE c (z INTEGER)",
];
const killed = (when: string): string => {
  process.kill(process.pid, 'SIGKILL');
  // It may come to another thread first.
  for (;;) if (process.uptime() < 0) return when;
};
openDatabase(process.argv[2] as string, [{ room: 'test', steps, functions: { killed } }]);
