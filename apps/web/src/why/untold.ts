import { LIMITS, sayMany, type Device } from '@rollcall/protocol';

/** While its settings hold photos back a device names the first of them only: a name that nobody knows may be there. */
export function untoldWords(devices: readonly Pick<Device, 'name' | 'roll'>[]): string {
  const holding = devices.filter(({ roll }) => roll !== null && roll.counts.held > LIMITS.namedWhileHeld);
  return holding
    .map(({ name, roll }) => {
      const held = roll?.counts.held ?? 0;
      return sayMany(
        held,
        '{name} has {count} photo that its settings hold back, and names all of them only when it may send again.',
        '{name} has {count} photos that its settings hold back, and names all of them only when it may send again.',
        { name },
      );
    })
    .join(' ');
}
