import { relative } from 'node:path';
import type { TestEvent } from 'node:test/reporters';

/** Of failed tests so many are told again, with so many letters of why; the whole stands where each ran. */
const TOLD = 20;
const LETTERS = 3_000;

/** A reporter for node:test that tells how many tests passed, failed and were skipped, which failed and why, and in which files, as one JSON object. */
export default async function* count(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const told = { passed: 0, failed: 0, skipped: 0 };
  const failures: string[] = [];
  const failedFiles = new Set<string>();
  for await (const event of source) {
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    // A suite fails with what it holds, which is told of itself; or in its own hooks, and then nobody else tells.
    const { data } = event;
    const error = event.type === 'test:fail' ? event.data.details.error : null;
    if (error !== null && data.file !== undefined) failedFiles.add(relative(process.cwd(), data.file));
    if (error !== null && (error as { failureType?: unknown }).failureType !== 'subtestsFailed' && failures.length < TOLD) {
      const where = data.file === undefined ? '' : `${relative(process.cwd(), data.file)}:${data.line ?? 0}\n`;
      const { cause } = error;
      failures.push(`${where}${data.name}\n${(cause instanceof Error ? cause.message : String(cause ?? error.message)).slice(0, LETTERS)}`);
    }
    if (data.details.type === 'suite') continue;
    if (data.skip !== undefined || data.todo !== undefined) told.skipped += 1;
    else if (event.type === 'test:pass') told.passed += 1;
    else told.failed += 1;
  }
  yield JSON.stringify({ ...told, failures, failedFiles: [...failedFiles] });
}
