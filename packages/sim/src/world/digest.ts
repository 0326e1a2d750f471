/** A running hash of texts (two FNV-1a lanes): equal for equal histories. Not for secrets. */
export class Digest {
  #one = 0x811c9dc5;
  #two = 0x1000193;

  add(text: string): void {
    let [one, two] = [this.#one, this.#two];
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      one = Math.imul(one ^ code, 0x01000193);
      two = Math.imul(two ^ code, 0x5bd1e995);
    }
    this.#one = one ^ 10;
    this.#two = two ^ (two >>> 13);
  }

  /** 16 hex digits. */
  get text(): string {
    return [this.#one, this.#two].map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
  }
}
