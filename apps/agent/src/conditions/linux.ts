import { LinuxBus } from './linux-bus.ts';
import { LinuxFiles } from './linux-files.ts';
import { firstSeen, type Found, type Probe } from './probe.ts';

/** The services where they run, and the kernel’s files where they do not. */
export class Linux implements Probe {
  readonly #bus: LinuxBus;
  readonly #files: LinuxFiles;

  constructor(bus = new LinuxBus(), files = new LinuxFiles()) {
    this.#bus = bus;
    this.#files = files;
  }

  async look(): Promise<Found> {
    const [bus, files] = await Promise.all([this.#bus.look(), this.#files.look()]);
    // NetworkManager says “disconnected” also where something else keeps the link.
    const other = 'is' in bus.link && bus.link.is === 'none' && 'is' in files.link && files.link.is !== 'none';
    return {
      link: other ? files.link : firstSeen(bus.link, files.link),
      metered: firstSeen(bus.metered, files.metered),
      roaming: firstSeen(bus.roaming, files.roaming),
      portal: firstSeen(bus.portal, files.portal),
      // That there is none is seen in files as well.
      battery: 'is' in bus.battery ? bus.battery : files.battery,
      charging: firstSeen(bus.charging, files.charging),
      'low-power': firstSeen(bus['low-power'], files['low-power']),
    };
  }

  watch(changed: () => void): void {
    this.#bus.watch(changed);
  }

  close(): void {
    this.#bus.close();
  }
}
