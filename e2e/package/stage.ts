import type { Stage } from '../../tools/package/dockerfile.ts';
import type { As, Root } from './root.ts';

/** Where a root has what `COPY` takes: the repository, or what an earlier stage made. */
export const CONTEXT = '/context';
export const STAGES = '/stages';

/** The step is done otherwise here, for this reason. */
export type LeftOut = (words: string) => string | null;

/** Takes the steps of a stage in a root, as written. Answers as whom and with what its program is to run; what was left out goes to `told`. */
export async function takeSteps(
  root: Root,
  stage: Stage,
  leftOut: LeftOut,
  told: (words: string) => void,
): Promise<Required<Pick<As, 'user' | 'cwd' | 'env'>>> {
  let [user, cwd] = ['0:0', '/'];
  let env: Readonly<Record<string, string>> = {};
  for (const { keyword, words, flags } of stage.steps) {
    switch (keyword) {
      case 'WORKDIR':
        cwd = words;
        await root.ok(['mkdir', '-p', cwd]);
        break;
      case 'RUN': {
        const reason = leftOut(words);
        if (reason === null) await root.ok(['/bin/sh', '-c', words], { user, cwd, env });
        else told(`NOT RUN: ${words}: ${reason}`);
        break;
      }
      case 'COPY': {
        const [from = '', to = ''] = words.split(/\s+/);
        const base = flags.has('from') ? `${STAGES}/${flags.get('from')}` : CONTEXT;
        await root.ok(['/bin/sh', '-c', 'mkdir -p "$1" && cp -a "$0/." "$1/"', `${base}/${from}`, to], { cwd });
        break;
      }
      case 'ENV':
        env = { ...env, ...Object.fromEntries(words.split(/\s+/).map((pair) => pair.split('=') as [string, string])) };
        break;
      case 'USER':
        user = words;
        break;
      case 'VOLUME':
      case 'EXPOSE':
      case 'STOPSIGNAL':
      case 'HEALTHCHECK':
      case 'ENTRYPOINT':
      case 'CMD':
        break;
      default:
        throw new Error(`nobody knows how to take the step ${keyword} here`);
    }
  }
  return { user, cwd, env };
}
