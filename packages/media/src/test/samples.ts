/** Small files of kinds that few people have at hand, made up from what their formats say. */

export const text = (written: string): Uint8Array => Uint8Array.from(written, (letter) => letter.charCodeAt(0));

export function joined(...parts: (Uint8Array | string | readonly number[])[]): Uint8Array {
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? text(part) : Uint8Array.from(part))));
}

export function number(value: number, bytes: number, little = false): Uint8Array {
  const written = Uint8Array.from({ length: bytes }, (_, at) => Math.floor(value / 256 ** (bytes - 1 - at)) % 256);
  return little ? written.toReversed() : written;
}

export function box(type: string, ...content: (Uint8Array | string)[]): Uint8Array {
  const inner = joined(...content);
  return joined(number(inner.length + 8, 4), type, inner);
}

/** A JPEG that a viewer would take, as far as its markers go; `lossless` is what raw files keep their data in. */
export function jpeg(width: number, height: number, lossless = false): Uint8Array {
  const frame = joined([8], number(height, 2), number(width, 2), [1, 1, 0x11, 0]);
  return joined(
    [0xff, 0xd8, 0xff, lossless ? 0xc3 : 0xc0],
    number(frame.length + 2, 2),
    frame,
    [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 3],
    new Uint8Array(80).fill(7),
    [0xff, 0xd9],
  );
}

export type Entry = readonly [tag: number, type: 2 | 3 | 4 | 7 | 13, value: readonly number[] | string | Uint8Array];

const WIDTHS: Readonly<Record<Entry[1], number>> = { 2: 1, 3: 2, 4: 4, 7: 1, 13: 4 };

/**
 * A TIFF file, little-endian, of one directory after the other, each told where the first byte behind the whole of the directories will lie.
 * `magic`: what stands in the place of 42 in raw files.
 */
export function tiff(
  directories: (behind: number) => readonly (readonly Entry[])[],
  behind: Uint8Array = new Uint8Array(),
  magic = 42,
): Uint8Array {
  const measured = write(directories(0), magic).length;
  return joined(write(directories(measured), magic), behind);
}

function write(directories: readonly (readonly Entry[])[], magic: number): Uint8Array {
  const parts: Uint8Array[] = [joined('II', number(magic, 2, true), number(8, 4, true))];
  let at = 8;
  directories.forEach((entries, which) => {
    const far: Uint8Array[] = [];
    let farAt = at + 2 + entries.length * 12 + 4;
    const lines = entries.map(([tag, type, value]) => {
      const content = bytesOf(type, value);
      const head = joined(number(tag, 2, true), number(type, 2, true), number(content.length / WIDTHS[type], 4, true));
      if (content.length <= 4) return joined(head, content, new Uint8Array(4 - content.length));
      far.push(content);
      farAt += content.length;
      return joined(head, number(farAt - content.length, 4, true));
    });
    const next = which === directories.length - 1 ? 0 : farAt;
    parts.push(joined(number(entries.length, 2, true), ...lines, number(next, 4, true), ...far));
    at = farAt;
  });
  return joined(...parts);
}

function bytesOf(type: Entry[1], value: Entry[2]): Uint8Array {
  if (typeof value === 'string') return text(`${value}\0`);
  if (value instanceof Uint8Array) return value;
  return joined(...value.map((each) => number(each, WIDTHS[type], true)));
}

/** The fields that a camera writes of a photo. */
export function cameraFields(make: string, model: string): Entry[] {
  return [
    [0x010f, 2, make],
    [0x0110, 2, model],
    [0x0112, 3, [6]],
  ];
}

/** One heap of Canon's old raw format: values, then their directory, then where that lies. */
export function ciff(entries: readonly (readonly [tag: number, content: Uint8Array])[]): Uint8Array {
  let at = 0;
  const lines = entries.map(([tag, content]) => {
    at += content.length;
    return joined(number(tag, 2, true), number(content.length, 4, true), number(at - content.length, 4, true));
  });
  const values = joined(...entries.map(([, content]) => content));
  return joined(values, number(entries.length, 2, true), ...lines, number(values.length, 4, true));
}

export const ONE = 65_536;
export const UPRIGHT = [ONE, 0, 0, 0, ONE, 0, 0, 0, 0x4000_0000];

/** A film of one second as phones write it: turned, with a codec, and what more stands in its `moov`. */
export function film(codec: string, matrix: readonly number[] = UPRIGHT, ...more: Uint8Array[]): Uint8Array {
  const header = joined(
    new Uint8Array(40),
    ...matrix.map((each) => number(each < 0 ? each + 0x1_0000_0000 : each, 4)),
    number(320 * 65_536, 4),
    number(240 * 65_536, 4),
  );
  const table = box(
    'stbl',
    box('stsd', new Uint8Array(4), number(1, 4), box(codec, new Uint8Array(78))),
    box('stts', new Uint8Array(4), number(2, 4), number(20, 4), number(20, 4), number(10, 4), number(60, 4)),
  );
  const media = box(
    'mdia',
    box('mdhd', new Uint8Array(12), number(1000, 4), number(1000, 4), new Uint8Array(4)),
    box('hdlr', new Uint8Array(8), 'vide', new Uint8Array(12)),
    box('minf', table),
  );
  return joined(
    box('ftyp', 'mp42\0\0\0\0mp42'),
    box(
      'moov',
      box('mvhd', new Uint8Array(12), number(1000, 4), number(1000, 4), new Uint8Array(80)),
      box('trak', box('tkhd', header), media),
      ...more,
    ),
    box('mdat', new Uint8Array(20)),
  );
}

/** XMP with all the names that these tests use. */
export const packet = (body: string, attributes = ''): string =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:mwg-rs="http://www.metadataworkinggroup.com/schemas/regions/" xmlns:stArea="http://ns.adobe.com/xmp/sType/Area#" xmlns:MP="http://ns.microsoft.com/photo/1.2/" xmlns:MPRI="http://ns.microsoft.com/photo/1.2/t/RegionInfo#" xmlns:MPReg="http://ns.microsoft.com/photo/1.2/t/Region#" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:GCamera="http://ns.google.com/photos/1.0/camera/" xmlns:Container="http://ns.google.com/photos/1.0/container/" xmlns:Item="http://ns.google.com/photos/1.0/container/item/" ${attributes}>${body}</rdf:Description></rdf:RDF></x:xmpmeta>`;
