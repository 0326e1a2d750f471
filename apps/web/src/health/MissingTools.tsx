import { say } from '@rollcall/protocol';
import { useQuery } from '@tanstack/react-query';
import { missingToolsQuery } from '../api/queries.ts';
import { rich } from '../language/rich.tsx';

const CODE = { code: (text: string) => <code>{text}</code> };

/** What the server lacks to make pictures, and what installs it there; nothing where all is there. */
export function MissingTools() {
  const { data: missing = [] } = useQuery(missingToolsQuery);
  if (missing.length === 0) return null;
  return (
    <section className="card" aria-labelledby="missing-tools">
      <h2 id="missing-tools">{say('The server lacks something')}</h2>
      {missing.map(({ tool, words, command }) => (
        <div key={tool}>
          <p>{words}</p>
          {command !== null && <p>{rich('On the server’s machine: <code>{command}</code>', CODE, { command })}</p>}
        </div>
      ))}
      <p className="quiet">{say('Photos and videos are safe without. Their pictures are made by themselves when it is there.')}</p>
    </section>
  );
}
