import { say } from '@rollcall/protocol';
import { rich } from '../language/rich.tsx';
import { COLLECTIONS, countOf, daysOf } from '../library/collections.ts';
import { useMadeOf } from '../library/live.ts';
import { albumsOf } from '../library/shelf.ts';
import type { Replica } from '../library/replica.ts';

/** How many of each sort are proposed. */
const MOST = 12;

const CODE = { code: (text: string) => <code>{text}</code> };

/** What one could look for in this library, to begin with. */
export function Ideas({ onChoose }: { readonly onChoose: (typed: string) => void }) {
  const ideas = useMadeOf(ideasOf);
  return (
    <div className="ideas">
      {ideas.map(({ title, words, areKinds = false }) => (
        <section key={title} aria-label={title}>
          <h2>{title}</h2>
          <ul>
            {words.map((word) => (
              <li key={word}>
                <button type="button" className="idea" onClick={() => onChoose(word.includes(' ') && !areKinds ? `"${word}"` : word)}>
                  {word}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p className="quiet">
        {rich(
          'You can say where a word has to be, as in <code>person:Ann</code>, <code>place:Rome</code>, <code>keyword:sea</code> or <code>album:Holiday</code>, and with a minus what must not be: <code>-kind:videos</code>.',
          CODE,
        )}
      </p>
    </div>
  );
}

interface Idea {
  readonly title: string;
  readonly words: readonly string[];
  /** They are kinds, which are read as such without quotation marks. */
  readonly areKinds?: true;
}

/** Years, kinds, albums, cameras and keywords that there are, the most frequent ones first. */
export function ideasOf(replica: Replica): readonly Idea[] {
  const years = new Map<string, number>();
  const cameras = new Map<string, number>();
  const keywords = new Map<string, number>();
  const add = (to: Map<string, number>, word: string): void => void to.set(word, (to.get(word) ?? 0) + 1);
  for (const item of replica.live.values()) {
    const asset = replica.assets.get(item.id)?.asset;
    add(years, String(new Date(item.at).getUTCFullYear()));
    if (asset?.camera?.model) add(cameras, asset.camera.model);
    for (const keyword of asset?.keywords ?? []) add(keywords, keyword);
  }
  const most = (from: ReadonlyMap<string, number>): string[] =>
    [...from]
      .sort(([, a], [, b]) => b - a)
      .slice(0, MOST)
      .map(([word]) => word);
  const kinds = COLLECTIONS.filter((collection) => countOf(daysOf(replica.timeline, collection)) > 0).map(({ title }) => title);
  const all: readonly Idea[] = [
    { title: say('Kinds'), words: kinds, areKinds: true },
    { title: say('Years'), words: most(years).sort().toReversed() },
    {
      title: say('Albums'),
      words: albumsOf(replica.shelf)
        .slice(0, MOST)
        .map(({ title }) => title),
    },
    { title: say('Cameras'), words: most(cameras) },
    { title: say('Keywords'), words: most(keywords) },
  ];
  return all.filter(({ words }) => words.length > 0);
}
