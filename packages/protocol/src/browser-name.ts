import { fill, message, say, spokenMessages } from './language.ts';

/** By what a browser is known in its User-Agent (RFC 9110 section 10.1.5), the surest first: many name others as well. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrome\/|\bCriOS\/|\bHeadlessChrome\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const SOME = message('A browser');
const SYSTEMS = [
  [/iPhone/, message('{browser} on iPhone')],
  [/iPad/, message('{browser} on iPad')],
  [/Android/, message('{browser} on Android')],
  [/Windows/, message('{browser} on Windows')],
  [/Macintosh|Mac OS X/, message('{browser} on a Mac')],
  [/CrOS/, message('{browser} on a Chromebook')],
  [/Linux|X11/, message('{browser} on Linux')],
] as const;

/** A name, in English, that a person knows the browser by in the list of devices. @param agent its User-Agent */
export function browserName(agent: string): string {
  const browser = BROWSERS.find(([pattern]) => pattern.test(agent))?.[1] ?? SOME;
  const system = SYSTEMS.find(([pattern]) => pattern.test(agent))?.[1];
  return system === undefined ? browser : fill(system, { browser });
}

/** Each name that `browserName` gives: with what it is said by, and by which browser. */
const GIVEN = new Map(
  [...BROWSERS.map(([, name]) => name), SOME].flatMap((browser) =>
    SYSTEMS.map(([, system]) => [fill(system, { browser }), { system, browser }] as const),
  ),
);

/** A device's name as the language that is spoken says it, where the server gave it to a browser; what a person chose stays as it is. */
export function tellBrowserName(name: string): string {
  if (Object.keys(spokenMessages()).length === 0) return name;
  if (name === SOME) return say(SOME);
  const given = GIVEN.get(name);
  return given === undefined ? name : say(given.system, { browser: given.browser === SOME ? say(SOME) : given.browser });
}
