import assert from 'node:assert/strict';
import { test } from 'node:test';
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { askAgain } from './ask-again.ts';

const KEY = ['device-items', 'named', 'beach'];

/** A question that somebody looks at; each of its answers is given by hand. */
function asked() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const waiting: ((answer: string | Error) => void)[] = [];
  const observer = new QueryObserver(client, {
    queryKey: KEY,
    queryFn: () =>
      new Promise<string>((resolve, reject) => {
        waiting.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer)));
      }),
  });
  const stop = observer.subscribe(() => undefined);
  const soon = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  const answer = async (given: string | Error): Promise<void> => {
    waiting.shift()?.(given);
    await soon();
  };
  const end = (): void => {
    stop();
    client.clear();
  };
  return { client, waiting, answer, soon, shown: () => observer.getCurrentResult().data, end };
}

test('WE-52: what grew old while its answer was on its way is asked once more after it', async () => {
  const { client, waiting, answer, soon, shown, end } = asked();
  askAgain(client, ['device-items']);
  askAgain(client, ['device-items']);
  await soon();
  assert.equal(waiting.length, 1);
  await answer('before');
  assert.equal(shown(), 'before');
  assert.equal(waiting.length, 1, 'asked once more');
  await answer('after');
  assert.equal(shown(), 'after');
  assert.equal(waiting.length, 0);
  end();
});

test('WE-52: hints that come faster than answers do not keep the answers away', async () => {
  const { client, waiting, answer, shown, end } = asked();
  await answer('first');
  for (const given of ['second', 'third']) {
    for (let hint = 0; hint < 10; hint += 1) askAgain(client, KEY.slice(0, 2));
    assert.equal(waiting.length, 1);
    await answer(given);
    assert.equal(shown(), given);
  }
  await answer('last');
  assert.equal(waiting.length, 0);
  end();
});

test('WE-52: what failed on its way is asked again all the same, and nothing else is', async () => {
  const { client, waiting, answer, shown, end } = asked();
  askAgain(client, ['devices']);
  askAgain(client, KEY);
  await answer(new Error('no network'));
  await answer('after');
  assert.equal(shown(), 'after');
  assert.equal(waiting.length, 0);
  end();
});
