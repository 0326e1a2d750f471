/** The pages in the side bar. */
export type MainPage = '/' | '/albums' | '/map' | '/deleted' | '/devices' | '/health' | '/account';

/** Pages that have no place of their own in the side bar, with the one they belong to: where their way back leads. */
const BELONG: readonly (readonly [path: RegExp, page: MainPage])[] = [
  [/^\/(settings$|devices\/[^/]+\/settings$)/, '/health'],
  [/^\/(devices\/|why$|link$)/, '/devices'],
  [/^\/(albums\/|collections\/|hidden$|import$)/, '/albums'],
  [/^\/map\//, '/map'],
  [/^\/storage(\/|$)/, '/account'],
];

/** Which page of the side bar one is on. */
export function currentPage(pathname: string): string {
  const path = pathname.length > 1 ? pathname.replace(/\/$/, '') : pathname;
  return BELONG.find(([each]) => each.test(path))?.[1] ?? path;
}
