import type { TestEvent } from 'node:test/reporters';

/** A reporter for node:test that tells only how many tests passed, failed and were skipped, as one JSON object. */
export default async function* count(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const told = { passed: 0, failed: 0, skipped: 0 };
  for await (const event of source) {
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    if (event.data.details.type === 'suite') continue;
    if (event.data.skip !== undefined || event.data.todo !== undefined) told.skipped += 1;
    else if (event.type === 'test:pass') told.passed += 1;
    else told.failed += 1;
  }
  yield JSON.stringify(told);
}
