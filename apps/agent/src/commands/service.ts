import { installService, seeService, type InstallOptions } from '@rollcall/service';
import { openDevice } from '../device.ts';
import { agentLife } from '../life.ts';
import { tokenPlace } from '../token.ts';
import { complain, EXIT, notLinked, say, type HomeOptions, type Io } from './io.ts';

export type ServiceInstallOptions = HomeOptions & Pick<InstallOptions, 'name' | 'manager' | 'as' | 'limits' | 'print' | 'main' | 'runtime'>;

/** Has the system look after the agent of this device. */
export async function serviceInstall({ home, ...choice }: ServiceInstallOptions, io: Io): Promise<number> {
  const device = openDevice(home, 'go-on');
  if (device === null) return notLinked(io, home);
  const { folder } = device.identity;
  device.close();
  if (choice.print === null && runsByHand(home)) {
    complain(
      io,
      'an agent of this device runs already, and not as a service. Stop it first (Ctrl-C where it runs); it goes on as a service where it was.',
    );
    return EXIT.needsYou;
  }
  const done = await installService(
    {
      ...choice,
      kind: 'device',
      of: home,
      args: ['sync', '--home', home],
      writes: [home, folder],
      reads: [],
      port: 'none',
      certificate: 'none',
    },
    io,
  );
  if (choice.print === null && done === EXIT.ok && tokenPlace(home) === 'key-store')
    say(
      io,
      '  The token of this device is in the key store of the system, which opens when you sign in: until then the agent waits. To have it in a file instead: ROLLCALL_KEY_STORE=off rollcall link … again.',
    );
  return done;
}

function runsByHand(home: string): boolean {
  const { state, process } = agentLife(home, Date.now());
  const runs = state === 'running' || state === 'stuck';
  return runs && process?.service === undefined && seen(home) !== 'running';
}

function seen(home: string): string | null {
  const sight = seeService('device', home);
  return 'is' in sight && sight.is !== 'none' ? sight.is.run : null;
}
