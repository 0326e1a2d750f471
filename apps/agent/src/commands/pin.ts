import { addPin, readPins, removePin } from '@rollcall/core';
import type { Pin } from '@rollcall/protocol';
import { openDevice, type Device } from '../device.ts';
import { complain, EXIT, notLinked, say, showJson, type Io, type ViewOptions } from './io.ts';
import { targetsOf, type Target } from './targets.ts';

type Named = ViewOptions & { readonly names: readonly string[] };

/** Folders, albums and photos that are to be here in full before all else. */
export async function pins(options: ViewOptions, io: Io): Promise<number> {
  const device = openDevice(options.home, 'go-on');
  if (!device) return notLinked(io, options.home);
  try {
    const all = readPins(device.store);
    if (options.json) showJson(io, { pins: all });
    else if (all.length === 0) say(io, 'Nothing is pinned.');
    else for (const pin of all) say(io, pinWords(device, pin));
    return EXIT.ok;
  } finally {
    device.close();
  }
}

export async function pin(options: Named, io: Io): Promise<number> {
  return each(options, io, ({ store }, target) =>
    addPin(store, target.pin)
      ? `${target.name} is pinned: it makes room last, and comes back in full where there is room.`
      : { words: 'too much is pinned. Take something back first: rollcall pins' },
  );
}

export async function unpin(options: Named, io: Io): Promise<number> {
  return each(options, io, ({ store }, target) =>
    removePin(store, target.pin) ? `${target.name} is pinned no more.` : `${target.name} was not pinned.`,
  );
}

async function each(options: Named, io: Io, run: (device: Device, target: Target) => string | { readonly words: string }): Promise<number> {
  const device = openDevice(options.home, 'go-on');
  if (!device) return notLinked(io, options.home);
  try {
    const targets = targetsOf(device, options.names, io);
    if (targets === null) return EXIT.usage;
    for (const target of targets) {
      const done = run(device, target);
      if (typeof done !== 'string') {
        complain(io, done.words);
        return EXIT.needsYou;
      }
      if (!options.json) say(io, done);
    }
    if (options.json) showJson(io, { pins: readPins(device.store) });
    return EXIT.ok;
  } finally {
    device.close();
  }
}

function pinWords({ store, identity }: Device, what: Pin): string {
  switch (what.kind) {
    case 'folder':
      return `folder\t${what.path === '' ? identity.folder : what.path}`;
    case 'album':
      return `album\t${store.storage.albums(what.id)[0]?.title ?? what.title}\t${what.id}`;
    case 'photo':
      return `photo\t${store.remote(store.resolve(what.id))?.asset.fileName ?? ''}\t${what.id}`;
    default:
      return what satisfies never;
  }
}
