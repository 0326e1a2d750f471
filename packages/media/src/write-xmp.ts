import type { Asset } from '@rollcall/protocol';

type Told = Pick<Asset, 'title' | 'caption' | 'keywords' | 'rating' | 'capturedAt' | 'capturedSource' | 'place' | 'people'> &
  Partial<Pick<Asset, 'favourite' | 'hidden'>>;

/** Of what no schema of XMP has a word for. It names, and leads nowhere. */
export const OWN_SCHEMA = 'urn:rollcall:xmp:1';

/** What a date is known by that no file need tell again, or that is a guess. */
const GUESSES: readonly Asset['capturedSource'][] = ['file-time', 'unknown'];

/**
 * What is known of a photo as an XMP packet (ISO 16684-1) in UTF-8, as it lies beside a photo in a file of its name with `.xmp` behind:
 * title, caption and keywords (Dublin Core), rating (XMP Basic), date and place (Exif for XMP), names of people (IPTC Extension), and whether it
 * is a favourite, or hidden, in words of our own. A date that is a guess is not told.
 */
export function writeXmp(told: Told): string {
  const { title, caption, keywords, rating, capturedAt, capturedSource, place, people = [], favourite = false, hidden = false } = told;
  const attributes = [
    ...(rating === null ? [] : [`xmp:Rating="${rating}"`]),
    ...(GUESSES.includes(capturedSource)
      ? []
      : [`exif:DateTimeOriginal="${escape(capturedAt)}"`, `photoshop:DateCreated="${escape(capturedAt)}"`]),
    ...(place === null
      ? []
      : [
          `exif:GPSLatitude="${degrees(place.lat, 'N', 'S')}"`,
          `exif:GPSLongitude="${degrees(place.lon, 'E', 'W')}"`,
          ...(place.altitude === null
            ? []
            : [
                `exif:GPSAltitude="${Math.round(Math.abs(place.altitude) * 1000)}/1000"`,
                `exif:GPSAltitudeRef="${place.altitude < 0 ? 1 : 0}"`,
              ]),
        ]),
    ...(favourite || hidden ? [`xmlns:rollcall="${OWN_SCHEMA}"`] : []),
    ...(favourite ? ['rollcall:Favourite="True"'] : []),
    ...(hidden ? ['rollcall:Hidden="True"'] : []),
  ];
  const names = [...new Set(people.map(({ name }) => name))];
  const parts = [
    ...(title === null ? [] : [`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escape(title)}</rdf:li></rdf:Alt></dc:title>`]),
    ...(caption === null
      ? []
      : [`<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escape(caption)}</rdf:li></rdf:Alt></dc:description>`]),
    ...bag('dc:subject', keywords),
    ...bag('Iptc4xmpExt:PersonInImage', names),
  ];
  return `<?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="Rollcall">
  <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about=""
      xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns:xmp="http://ns.adobe.com/xap/1.0/"
      xmlns:exif="http://ns.adobe.com/exif/1.0/"
      xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
      xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"${attributes.map((each) => `\n      ${each}`).join('')}>
${parts.map((part) => `      ${part}\n`).join('')}    </rdf:Description>
  </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
`;
}

function bag(name: string, words: readonly string[]): readonly string[] {
  if (words.length === 0) return [];
  return [`<${name}><rdf:Bag>${words.map((word) => `<rdf:li>${escape(word)}</rdf:li>`).join('')}</rdf:Bag></${name}>`];
}

/** Degrees and minutes with their hemisphere, as Exif for XMP has it: `48,12.510000N`. */
function degrees(value: number, positive: string, negative: string): string {
  // Rounded before it is taken apart, so that no minute is 60.
  const minutes = Math.round(Math.abs(value) * 60 * 1e6) / 1e6;
  return `${Math.floor(minutes / 60)},${(minutes % 60).toFixed(6)}${value < 0 ? negative : positive}`;
}

/** Letters that XML 1.0 does not know, even escaped, are left out. */
function escape(text: string): string {
  return (
    text
      .toWellFormed()
      // oxlint-disable-next-line no-control-regex -- control characters are what is left out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}
