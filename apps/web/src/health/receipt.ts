import { sizeWords, type Device, type RollCallReceipt } from '@rollcall/protocol';
import { many } from '../words.ts';
import { unsafeWords } from './erase.ts';

type Receipt = RollCallReceipt & { readonly heardAt: number };

/** As a file may be called on every system. */
export function receiptName(device: string, heardAt: number, ending: 'txt' | 'json' = 'txt'): string {
  const name = device.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '');
  return `Roll call ${name === '' ? '' : `${name} `}${new Date(heardAt).toISOString().slice(0, 16).replace(':', '.')}.${ending}`;
}

/** What came of a roll call that was not signed, as a person keeps it: what was called, when, and what came of it. */
export function receiptText({ name, id }: Pick<Device, 'name' | 'id'>, server: string, receipt: Receipt): string {
  const { items, bytes, why, missing, digestHere, digestThere, madeAt, heardAt } = receipt;
  const lines: readonly (readonly [what: string, is: string])[] = [
    ['Device', `${name} (${id})`],
    ['Cloud', server],
    ['Asked by', receipt.order],
    ['Begun', `${new Date(madeAt).toISOString()} (the device’s clock)`],
    ['Heard', `${new Date(heardAt).toISOString()} (the cloud’s clock)`],
    ['Called', `${many(items, 'file')}, ${sizeWords(bytes)} (${many(bytes, 'byte')})`],
    ['On the device', digestHere],
    ['In the cloud', digestThere],
    ['Said', why.length === 0 ? 'Everything answered, on both sides.' : `Not everything is safe. ${unsafeWords(why).join(' ')}`],
    ...missing.first.map(
      ({ path, where, why: words }) => ['Missing', `${path} (${where === 'here' ? 'on the device' : 'in the cloud'}): ${words}`] as const,
    ),
    ...(missing.count > missing.first.length ? [['Missing', `${many(missing.count, 'file')} in all`] as const] : []),
  ];
  const width = Math.max(...lines.map(([what]) => what.length)) + 2;
  return `Rollcall: receipt of a roll call\n\n${lines.map(([what, is]) => `${`${what}:`.padEnd(width)}${is}`).join('\n')}\n\nIt speaks for the moment in which it was heard, and for no other.\n`;
}
