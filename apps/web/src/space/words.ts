import { say, type SpaceSection } from '@rollcall/protocol';

/** What each kind is called, and what is to be known before anything of it goes. */
export const SECTION_WORDS: Readonly<Record<SpaceSection, { readonly title: string; readonly about: string }>> = {
  exact: {
    title: say('Exact duplicates'),
    about: say('All their pictures are in another photo, too. The same bytes are kept once only, so this tidies up more than it frees.'),
  },
  alike: {
    title: say('Likely duplicates'),
    about: say('They look like another photo: shots taken in one go, or the same picture in another size. Look at each before it goes.'),
  },
  videos: { title: say('Largest videos'), about: say('At most a hundred, the largest first.') },
  screenshots: { title: say('Screenshots'), about: say('Pictures of screens, by what their files say, their names or their size.') },
  blurred: { title: say('Blurred photos'), about: say('Not sharp anywhere, by what was measured. Some are meant to be so.') },
};
