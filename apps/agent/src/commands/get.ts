import { areWords, classOf, countWords, sizeWords, tellReason, type Reason } from '@rollcall/protocol';
import { openDevice } from '../device.ts';
import { bring, hereInFull, wantedOf, type Wanted } from './bring.ts';
import { takeGlance } from './glance.ts';
import { complain, EXIT, notLinked, say, showJson, type Io, type ViewOptions } from './io.ts';
import { filesHere, targetsOf } from './targets.ts';

/** Brings back the originals of photos that are compressed here, verified. Exit code 0 when all of them are here in full. */
export async function get(options: ViewOptions & { readonly names: readonly string[] }, io: Io): Promise<number> {
  const device = openDevice(options.home);
  if (!device) return notLinked(io, options.home);
  try {
    const glance = await takeGlance(device);
    const targets = targetsOf(device, options.names, io);
    if (targets === null) return EXIT.usage;
    const files = filesHere(device, targets);
    const wanted = wantedOf(device, files);
    const absent = new Set(targets.flatMap(({ assetIds }) => assetIds)).size - new Set(files.map(({ assetId }) => assetId)).size;
    const bytes = wanted.reduce((sum, { size }) => sum + size, 0);
    if (!options.json && wanted.length > 0) say(io, `Fetching ${countWords(wanted.length, 'original')}, ${sizeWords(bytes)}.`);
    const failed =
      wanted.length === 0 ? new Map<number, Reason>() : await bring(device, glance, wanted, options.json ? null : io, io.signal);
    const got = hereInFull(device, wanted);
    const gone = wanted.length - failed.size - got;
    const inFull = files.length - wanted.length;
    if (options.json) showJson(io, { fetched: got, bytes, inFull, gone, notHere: absent, failed: told(wanted, failed) });
    else tell(io, { got, inFull, gone, absent }, wanted, failed);
    return exitCode([...failed.values()]);
  } finally {
    device.close();
  }
}

function told(wanted: readonly Wanted[], failed: ReadonlyMap<number, Reason>): object[] {
  return wanted.flatMap(({ file }) => {
    const reason = failed.get(file.key);
    return reason === undefined ? [] : [{ path: file.path, ...tellReason(reason) }];
  });
}

function tell(
  io: Io,
  { got, inFull, gone, absent }: { readonly got: number; readonly inFull: number; readonly gone: number; readonly absent: number },
  wanted: readonly Wanted[],
  failed: ReadonlyMap<number, Reason>,
): void {
  if (got > 0) say(io, `${countWords(got, 'original')} ${areWords(got)} here, byte for byte as in the cloud.`);
  if (inFull > 0) say(io, `${countWords(inFull, 'file')} ${areWords(inFull)} here in full already.`);
  if (gone > 0)
    say(
      io,
      `${countWords(gone, 'file')} ${gone === 1 ? 'was' : 'were'} taken away or changed meanwhile, and ${areWords(gone)} not counted.`,
    );
  if (absent > 0)
    say(io, `${countWords(absent, 'photo')} ${areWords(absent)} not here yet, and ${absent === 1 ? 'comes' : 'come'} by sync.`);
  for (const { file } of wanted) {
    const reason = failed.get(file.key);
    if (reason === undefined) continue;
    const { words, cure } = tellReason(reason);
    complain(io, `${file.path} is compressed here still. ${words} ${cure}`);
  }
  if ([...failed.values()].some(({ code }) => code !== 'device-disk-full'))
    say(io, 'What is left comes by itself when nothing is in the way any more.');
}

/** 3 before 5 before 4, as everywhere. */
function exitCode(reasons: readonly Reason[]): number {
  const classes = new Set(reasons.map(({ code }) => classOf(code)));
  if (classes.size === 0) return EXIT.ok;
  if (classes.has('needs-you')) return EXIT.needsYou;
  return classes.size === 1 && classes.has('held') ? EXIT.held : EXIT.retry;
}
