import { DockerfileParser, type Instruction, type ModifiableInstruction } from 'dockerfile-ast';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../house.ts';

export interface Step {
  readonly keyword: string;
  readonly words: string;
  /** What is written as a list; empty for what is left to a shell. */
  readonly list: readonly string[];
  readonly flags: ReadonlyMap<string, string>;
}
export interface Stage {
  readonly from: string;
  readonly name: string | null;
  readonly steps: readonly Step[];
}

export const DOCKERFILE = join(ROOT, 'packaging', 'docker', 'Dockerfile');

/** The stages of the Dockerfile, each with its steps. */
export function stagesOf(text = readFileSync(DOCKERFILE, 'utf8')): readonly Stage[] {
  const stages: { from: string; name: string | null; steps: Step[] }[] = [];
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    const step = stepOf(instruction);
    const [from = '', , name = null] = step.words.split(/\s+/);
    if (step.keyword === 'FROM') stages.push({ from, name, steps: [] });
    else stages.at(-1)?.steps.push(step);
  }
  return stages;
}

function stepOf(instruction: Instruction): Step {
  const words = instruction.getArgumentsContent() ?? '';
  const [list = '[]'] = /\[.*\]$/s.exec(words) ?? [];
  // Only some take flags.
  const { getFlags } = instruction as Partial<ModifiableInstruction>;
  const flags = getFlags === undefined ? [] : getFlags.call(instruction as ModifiableInstruction);
  return {
    keyword: instruction.getKeyword(),
    words,
    list: ['CMD', 'ENTRYPOINT', 'HEALTHCHECK'].includes(instruction.getKeyword()) ? (JSON.parse(list) as string[]) : [],
    flags: new Map(flags.map((flag) => [flag.getName(), flag.getValue() ?? ''])),
  };
}

/** The one step of a kind in a stage, as `USER`. */
export function stepIn(stage: Stage, keyword: string): Step {
  const found = stage.steps.filter((step) => step.keyword === keyword);
  if (found.length !== 1 || found[0] === undefined) throw new Error(`${found.length} steps ${keyword}`);
  return found[0];
}

/** Whether the file beside the Dockerfile leaves a path of the repository out, which has its patterns in three simple forms only. */
export function ignoredBy(text = readFileSync(`${DOCKERFILE}.dockerignore`, 'utf8')): (path: string) => boolean {
  const patterns = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return (path) =>
    patterns.some((pattern) => {
      if (pattern.startsWith('**/')) return path.split('/').includes(pattern.slice(3));
      if (pattern.startsWith('*')) return !path.includes('/') && path.endsWith(pattern.slice(1));
      return path === pattern || path.startsWith(`${pattern}/`);
    });
}
