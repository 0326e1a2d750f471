import { openDevice, removeHome, type Device } from '../device.ts';
import { takeDevice } from '../lock.ts';
import { readMarker, removeMarker } from '../folder/marker.ts';
import { StateTrouble } from '../state-trouble.ts';
import { tellReason } from '@rollcall/protocol';
import { linkTrouble } from '../work/trouble.ts';
import { complain, EXIT, notLinked, say, type HomeOptions, type Io } from './io.ts';

/** Ends this device; its photos stay where they are. */
export async function unlink(options: HomeOptions, io: Io): Promise<number> {
  const device = opened(options.home);
  if (device === 'damaged') return unlinkDamaged(options, io);
  if (!device) return notLinked(io, options.home);
  const lock = await takeDevice(options.home);
  if (!lock) {
    device.close();
    complain(io, 'the agent of this device is running. Stop it first (Ctrl-C, or SIGTERM), then unlink.');
    return EXIT.needsYou;
  }
  const { folder, deviceId, server } = device.identity;
  try {
    const answer = await device.connection.call('revokeDevice', { params: { deviceId }, body: {} });
    if (!answer.ok && answer.refusal.code === 'signed-out')
      complain(
        io,
        'the server was not told, as the token of this device could not be had. Remove it there as well: Devices, in the web app.',
      );
    else if (!answer.ok && answer.refusal.status !== 401 && answer.refusal.status !== 404) complain(io, answer.refusal.words);
  } catch (error) {
    const { code, evidence } = linkTrouble(error);
    const why = tellReason({ code, since: 0, evidence }).words;
    complain(io, `${why} The device is ended here all the same. Remove it at ${server} as well: Devices, in the web app.`);
  }
  device.close();
  if (readMarker(folder)?.deviceId === deviceId) removeMarker(folder);
  lock.release();
  removeHome(options.home);
  say(io, `${folder} is no longer a device. Its photos are where they were.`);
  return EXIT.ok;
}

function opened(home: string): Device | 'damaged' | null {
  try {
    return openDevice(home, 'go-on');
  } catch (error) {
    if (error instanceof StateTrouble && error.of === 'file') return 'damaged';
    throw error;
  }
}

/** Whose it was, and of which folder, nobody can read any more: the folder's marker is taken for its own by the next link. */
async function unlinkDamaged({ home }: HomeOptions, io: Io): Promise<number> {
  const lock = await takeDevice(home);
  if (!lock) {
    complain(io, 'the agent of this device is running. Stop it first (Ctrl-C, or SIGTERM), then unlink.');
    return EXIT.needsYou;
  }
  lock.release();
  removeHome(home);
  say(
    io,
    `The damaged state in ${home} is gone; its photos are where they were. Remove the old device in the web app as well, under Devices.`,
  );
  return EXIT.ok;
}
