import { join } from 'node:path';
import { hostileNamesContract } from './hostile.contract.ts';
import { safeName } from '@rollcall/core';
import { freePath, makeWay, moveExclusively } from './place.ts';
import { walk } from './walk.ts';

hostileNamesContract('the folder of a device', {
  place: (root, below, name, part) => {
    const path = freePath(root, makeWay(root, below), safeName(name), () => true);
    moveExclusively(part, join(root, path));
    return path;
  },
  look: async (root) => (await walk(root, '')).files,
});
