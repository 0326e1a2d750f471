import type { Device } from '@rollcall/protocol';

/** An app that knows nothing of Rollcall: it brings photos over WebDAV, and neither keeps the library nor hears what is asked of it. */
export function isApp({ app }: Pick<Device, 'app'>): boolean {
  return app !== undefined;
}

/** It has photos of the library, and does what is asked of it: neither a browser nor an app that only brings some. */
export function keepsPhotos(device: Pick<Device, 'kind' | 'app'>): boolean {
  return device.kind !== 'browser' && !isApp(device);
}
