/** Languages that the page speaks whole, each by its own name. */
export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const;
export type LanguageCode = keyof typeof LANGUAGES;

export const isLanguage = (code: unknown): code is LanguageCode => typeof code === 'string' && code in LANGUAGES;

/** The language for a person who chose one, or whose browser wishes for some (BCP 47, the dearest first). English where none is known. */
export function languageFor(chosen: string | null, wished: readonly string[]): LanguageCode {
  if (isLanguage(chosen)) return chosen;
  return wished.map((tag) => tag.toLowerCase().split('-', 1)[0]).find(isLanguage) ?? 'en';
}
