import { say, sayMany, sizeWords, type Device, type RollCallReceipt } from '@rollcall/protocol';
import { unsafeWords } from './erase.ts';

type Receipt = RollCallReceipt & { readonly heardAt: number };

/** As a file may be called on every system. */
export function receiptName(device: string, heardAt: number, ending: 'txt' | 'json' = 'txt'): string {
  const name = device.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '');
  const time = new Date(heardAt).toISOString().slice(0, 16).replace(':', '.');
  const called = name === '' ? say('Roll call {time}', { time }) : say('Roll call {device} {time}', { device: name, time });
  return `${called}.${ending}`;
}

/** What came of a roll call that was not signed, as a person keeps it: what was called, when, and what came of it. */
export function receiptText({ name, id }: Pick<Device, 'name' | 'id'>, server: string, receipt: Receipt): string {
  const { items, bytes, why, missing, digestHere, digestThere, madeAt, heardAt } = receipt;
  const lines: readonly (readonly [what: string, is: string])[] = [
    [say('Device'), `${name} (${id})`],
    [say('Cloud'), server],
    [say('Asked by'), receipt.order],
    [say('Begun'), say('{time} (the device’s clock)', { time: new Date(madeAt).toISOString() })],
    [say('Heard'), say('{time} (the cloud’s clock)', { time: new Date(heardAt).toISOString() })],
    [
      say('Called'),
      `${sayMany(items, '{count} file', '{count} files')}, ${sizeWords(bytes)} (${sayMany(bytes, '{count} byte', '{count} bytes')})`,
    ],
    [say('On the device'), digestHere],
    [say('In the cloud'), digestThere],
    [
      say('Said'),
      why.length === 0 ? say('Everything answered, on both sides.') : `${say('Not everything is safe.')} ${unsafeWords(why).join(' ')}`,
    ],
    ...missing.first.map(
      ({ path, where, why: words }) =>
        [
          say('Missing'),
          where === 'here'
            ? say('{path} (on the device): {words}', { path, words })
            : say('{path} (in the cloud): {words}', { path, words }),
        ] as const,
    ),
    ...(missing.count > missing.first.length
      ? [[say('Missing'), sayMany(missing.count, '{count} file in all', '{count} files in all')] as const]
      : []),
  ];
  const width = Math.max(...lines.map(([what]) => what.length)) + 2;
  return [
    say('Rollcall: receipt of a roll call'),
    lines.map(([what, is]) => `${`${what}:`.padEnd(width)}${is}`).join('\n'),
    `${say('It speaks for the moment in which it was heard, and for no other.')}\n`,
  ].join('\n\n');
}
