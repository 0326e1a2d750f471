import { createClient, mintId } from '../../packages/protocol/src/index.ts';
import { randomBytes } from 'node:crypto';
import { idOf } from './rows.ts';

/** Another title for so many photos, as somebody gives them in a browser. */
export async function changeAssets(url: string, email: string, password: string, count: number, round: number): Promise<void> {
  let cookie = '';
  const call = (headers: Record<string, string>) =>
    createClient(async ({ method, path, headers: own, body }) => {
      const answer = await fetch(`${url}${path}`, { method, headers: own, ...(body === undefined ? {} : { body }) });
      cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
      return { status: answer.status, text: await answer.text() };
    }, headers);
  const signedIn = await call({})('signIn', { body: { email, password: password.trim() } });
  if (!signedIn.ok) throw new Error(signedIn.refusal.words);
  // Neither an alias nor gone: see `libraryRows`.
  const actions = Array.from({ length: count }, (_, at) => ({
    id: mintId(Date.now(), randomBytes(10)),
    change: {
      name: 'asset.set' as const,
      args: { assetId: idOf(5 + (at % 40) + 50 * Math.floor(at / 40)), fields: { title: `Round ${round}, ${at}` } },
    },
  }));
  const done = await call({ cookie })('actions', { body: { actions } });
  if (!done.ok) throw new Error(done.refusal.words);
  const odd = done.value.results.find(({ result }) => result.status !== 'applied');
  if (odd) throw new Error(`a change was not applied: ${JSON.stringify(odd)}`);
}
