let bug: string | null = null;

/** Plants one bug from here on; null: none. */
export function plant(name: string | null): void {
  bug = name;
}

/** Takes the place of the product's `planted` (`packages/protocol/src/planted.ts`), in the simulator's process alone. */
export function planted(name: string): boolean {
  return name === bug;
}
