import { text, type Group } from './tag-values.ts';

/** Where a photo was taken, by EXIF or XMP. */
export function position(groups: Readonly<Record<string, Group | undefined>>): {
  lat: number | null;
  lon: number | null;
  altitude: number | null;
} {
  const gps = groups['gps'];
  const xmp = groups['xmp'];
  const plain = (name: string): number | null => (typeof gps?.[name] === 'number' ? gps[name] : null);
  return {
    lat: plain('Latitude') ?? inHemisphere(degrees(text(xmp, 'GPSLatitude')), text(xmp, 'GPSLatitudeRef')),
    lon: plain('Longitude') ?? inHemisphere(degrees(text(xmp, 'GPSLongitude')), text(xmp, 'GPSLongitudeRef')),
    altitude: plain('Altitude') ?? height(text(xmp, 'GPSAltitude'), text(xmp, 'GPSAltitudeRef')),
  };
}

/** Some write the hemisphere in a field of its own, as EXIF does. */
function inHemisphere(value: number | null, reference: string | null): number | null {
  return value !== null && value > 0 && /^[SW]/i.test(reference ?? '') ? -value : value;
}

/** A number, or XMP's `12/4`; `1`: below the sea. */
function height(written: string | null, reference: string | null): number | null {
  const match = /^(-?\d+(?:\.\d+)?)(?:\/(\d+))?$/.exec(written?.trim() ?? '');
  if (match === null || match[2] === '0') return null;
  const value = Number(match[1]) / Number(match[2] ?? 1);
  return reference?.startsWith('1') ? -Math.abs(value) : value;
}

/** XMP's `47,30.5N` or `47,30,30N` (XMP specification part 2, GPSCoordinate), or a plain number. */
function degrees(written: string | null): number | null {
  if (written === null) return null;
  const match = /^(\d+(?:\.\d+)?)(?:,(\d+(?:\.\d+)?))?(?:,(\d+(?:\.\d+)?))?\s*([NSEW])$/i.exec(written.trim());
  if (match === null) return /^-?\d+(\.\d+)?$/.test(written.trim()) ? Number(written) : null;
  const value = Number(match[1]) + Number(match[2] ?? 0) / 60 + Number(match[3] ?? 0) / 3600;
  return /[SW]/i.test(match[4]!) ? -value : value;
}
