import { BYTES, Poke } from '@rollcall/protocol';

/** A stream that the server refused is asked for again after this long, in milliseconds; a broken one the browser mends itself. */
const AGAIN = 10_000;

/** Hears what the server has to tell. `opened`: whatever was told before may have been missed. Returns how to stop. */
export function listen(heard: (poke: Poke) => void, opened: () => void): () => void {
  let stream: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = (): void => {
    stream = new EventSource(BYTES.pokes);
    stream.addEventListener('message', (event: MessageEvent<string>) => {
      const poke = Poke.safeParse(parse(event.data));
      if (poke.success) heard(poke.data);
    });
    stream.addEventListener('open', opened);
    stream.addEventListener('error', () => {
      if (stream.readyState !== EventSource.CLOSED) return;
      clearTimeout(timer);
      timer = setTimeout(open, AGAIN);
    });
  };
  open();
  return () => {
    clearTimeout(timer);
    stream.close();
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
