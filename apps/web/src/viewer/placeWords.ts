import type { PlaceName } from '@rollcall/protocol';

/** From here on a place is near its town, not in it. Metres. */
const NEAR = 5_000;

/** Such as `Vienna, Austria`, or `Near Suva, Central, Fiji`. */
export function placeWords({ town, region, country, distance }: PlaceName): string {
  const parts = [town, region, countryName(country)].filter((part, at, all) => part !== null && part !== '' && all.indexOf(part) === at);
  return `${distance < NEAR ? '' : 'Near '}${parts.join(', ')}`;
}

/** As the browser knows it in this page’s language; one that it does not know, as it stands. */
function countryName(code: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}
