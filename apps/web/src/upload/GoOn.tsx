import { say, sayMany } from '@rollcall/protocol';
import { Icon } from '../parts/Icon.tsx';
import { tell } from '../parts/news.tsx';
import { foldersOf, mayRead, takeFolder } from './folder.ts';
import { forgetUnfinished, useUnfinished } from './notes.ts';
import { addFiles } from './start.ts';
import { pickFiles } from './UploadButton.tsx';

/** Named in the banner; the others are counted. */
const NAMED = 3;

/** Files that were still to be uploaded when the page was closed: they go on, where the browser lets them, or are chosen again. */
export function GoOn() {
  const left = useUnfinished();
  if (left.length === 0) return null;
  const folders = foldersOf(left);
  const first = left.slice(0, NAMED).map(({ name }) => name);
  const more = left.length - first.length;
  const names = more > 0 ? say('{names} and {more} more', { names: first.join(', '), more }) : first.join(', ');
  const goOn = async (): Promise<void> => {
    for (const folder of folders ?? []) {
      if (await mayRead(folder)) await takeFolder(folder, addFiles);
      else tell(say('The browser may not read the folder “{name}”. Choose it again.', { name: folder.name }), { tone: 'trouble' });
    }
  };
  return (
    <div className="banner" role="status">
      <Icon name="upload" size={18} />
      <span>
        {sayMany(
          left.length,
          '{count} file was not uploaded when the page was closed: {names}.',
          '{count} files were not uploaded when the page was closed: {names}.',
          { names },
        )}{' '}
        {folders === null &&
          (left.length === 1
            ? say('Choose it again: it goes on where it was, and nothing is sent twice.')
            : say('Choose them again: it goes on where it was, and nothing is sent twice.'))}
      </span>
      {folders === null ? (
        <button type="button" className="text-button" onClick={() => pickFiles(false)}>
          {say('Choose again')}
        </button>
      ) : (
        <button type="button" className="text-button" onClick={() => void goOn()}>
          {say('Go on')}
        </button>
      )}
      <button type="button" className="text-button" onClick={() => void forgetUnfinished()}>
        {say('Leave them')}
      </button>
    </div>
  );
}
