/** At most `limit` at a time; the others wait, first come first served. */
export function createTurns(limit: number): <T>(work: () => Promise<T>) => Promise<T> {
  let free = limit;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free -= 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}

/**
 * Gathers what is asked within `wait` milliseconds into one question of at most `limit` parts.
 * Each part gets its own answer; when the question fails, each part fails with it.
 */
export function createBatch<Q, A>(
  question: (parts: readonly Q[]) => Promise<readonly A[]>,
  limit: number,
  wait: number,
): (part: Q) => Promise<A> {
  interface Part {
    readonly part: Q;
    readonly answer: (answer: A) => void;
    readonly fail: (error: unknown) => void;
  }
  let gathered: Part[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  const flush = async (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const parts = gathered;
    gathered = [];
    try {
      const answers = await question(parts.map(({ part }) => part));
      parts.forEach((part, index) => {
        const answer = answers[index];
        if (answer === undefined) part.fail(new Error('The answer has fewer parts than the question.'));
        else part.answer(answer);
      });
    } catch (error) {
      for (const part of parts) part.fail(error);
    }
  };
  return (part) =>
    new Promise<A>((answer, fail) => {
      gathered.push({ part, answer, fail });
      if (gathered.length >= limit) void flush();
      else timer ??= setTimeout(() => void flush(), wait);
    });
}
