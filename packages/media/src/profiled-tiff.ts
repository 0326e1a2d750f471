/**
 * An uncompressed RGB TIFF in memory, with a colour profile (TIFF 6.0; the profile's tag by ICC.1 annex B.4): the
 * cheapest way to tell the image library in which colours raw pixels are. `data` is 8-bit RGB, rows without padding.
 */
export function profiledTiff(data: Uint8Array, width: number, height: number, profile: Uint8Array): Uint8Array {
  const SHORT = 3;
  const LONG = 4;
  const entries = 10;
  const bitsAt = 8 + 2 + entries * 12 + 4;
  const profileAt = bitsAt + 6;
  const dataAt = profileAt + profile.length + (profile.length & 1);
  const file = new Uint8Array(dataAt + data.length);
  const view = new DataView(file.buffer);
  file.set([0x49, 0x49, 0x2a, 0x00, 8, 0, 0, 0]);
  view.setUint16(8, entries, true);
  const directory: [tag: number, type: number, count: number, value: number][] = [
    [0x0100, LONG, 1, width],
    [0x0101, LONG, 1, height],
    [0x0102, SHORT, 3, bitsAt],
    [0x0103, SHORT, 1, 1],
    [0x0106, SHORT, 1, 2],
    [0x0111, LONG, 1, dataAt],
    [0x0115, SHORT, 1, 3],
    [0x0116, LONG, 1, height],
    [0x0117, LONG, 1, data.length],
    [0x8773, 7, profile.length, profileAt],
  ];
  directory.forEach(([tag, type, count, value], index) => {
    const at = 10 + index * 12;
    view.setUint16(at, tag, true);
    view.setUint16(at + 2, type, true);
    view.setUint32(at + 4, count, true);
    if (type === SHORT && count === 1) view.setUint16(at + 8, value, true);
    else view.setUint32(at + 8, value, true);
  });
  for (let channel = 0; channel < 3; channel++) view.setUint16(bitsAt + channel * 2, 8, true);
  file.set(profile, profileAt);
  file.set(data, dataAt);
  return file;
}
