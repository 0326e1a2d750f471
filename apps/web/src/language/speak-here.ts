import { speak } from '@rollcall/protocol';
import { remember, remembered } from '../parts/remember.ts';
import { isLanguage, languageFor, type LanguageCode } from './languages.ts';

/** Where the choice is kept in this browser; without one, the browser's wishes hold. */
const CHOICE = 'language';

export function chosenLanguage(): LanguageCode | null {
  const chosen = remembered(CHOICE);
  return isLanguage(chosen) ? chosen : null;
}

/** What is said from now on. The page is loaded again: much of it is said only once. */
export function chooseLanguage(code: LanguageCode | null): void {
  remember(CHOICE, code);
  window.location.reload();
}

/** Has the page speak before any of it is loaded; English where the words of its language cannot be fetched. */
export async function speakHere(): Promise<void> {
  if (languageFor(chosenLanguage(), navigator.languages) === 'en') return;
  try {
    const { GERMAN } = await import('./german.ts');
    speak(GERMAN);
    document.documentElement.lang = 'de';
  } catch {
    // They cannot be fetched now. English is told by the page's own language, and the next visit asks again.
  }
}
