import { TEMPORARY } from '@rollcall/core';

/**
 * Names under which nothing is a photo, whatever is in it: what programs call what they are not done with, and hidden files, which systems
 * put beside others (`._IMG_1.JPG`, `.DS_Store`).
 */
export function isUnfinishedName(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~') || TEMPORARY.test(name);
}
