import type { Dice } from './dice.ts';

/** What goes wrong with one request on its way. */
export type Fault =
  | { readonly kind: 'none' }
  /** The connection breaks when this many bytes of the request's body went by. */
  | { readonly kind: 'cut-request'; readonly after: number }
  /** The connection breaks when this many bytes of the answer's body went by. */
  | { readonly kind: 'cut-answer'; readonly after: number }
  /** The server has done it, and the device never hears. */
  | { readonly kind: 'lose-answer' }
  | { readonly kind: 'delay'; readonly ms: number }
  /** The request reaches the server twice; the device gets the first or the second answer. */
  | { readonly kind: 'duplicate'; readonly answer: 'first' | 'second' }
  | { readonly kind: 'throttle'; readonly bytesPerSecond: number }
  /** 413 to any body that is longer. */
  | { readonly kind: 'too-large'; readonly limit: number }
  | { readonly kind: 'bad-gateway' }
  /** 200, and a page of a hotel. */
  | { readonly kind: 'portal' };

/** What can be done to a request. */
export type FaultKind = Exclude<Fault['kind'], 'none'>;

const LIKELY: Readonly<Record<Fault['kind'], number>> = {
  none: 60,
  'cut-request': 8,
  'cut-answer': 8,
  'lose-answer': 8,
  delay: 6,
  duplicate: 8,
  throttle: 3,
  'too-large': 2,
  'bad-gateway': 4,
  portal: 3,
};

/** How the network is: calm, or anything may happen to any request, or for everybody the same. */
export type Weather = 'calm' | 'storm' | 'slow' | 'portal' | 'bad-gateway' | 'too-large' | 'doubled';

/** What a box lets by that refuses what is large: most photos, and no film. */
const LARGE = 100_000;

/** @param length of the request's body in bytes, as far as it is told */
export function drawFault(weather: Weather, dice: Dice, length: number): Fault {
  switch (weather) {
    case 'calm':
      return { kind: 'none' };
    case 'portal':
    case 'bad-gateway':
      return { kind: weather };
    case 'too-large':
      return { kind: weather, limit: LARGE };
    case 'doubled':
      return makeFault('duplicate', dice, length);
    case 'slow':
      return { kind: 'throttle', bytesPerSecond: dice.size(50_000, 200_000) };
    case 'storm':
      return makeFault(dice.weighted(LIKELY), dice, length);
    default:
      return weather satisfies never;
  }
}

function makeFault(kind: Fault['kind'], dice: Dice, length: number): Fault {
  switch (kind) {
    case 'none':
    case 'lose-answer':
    case 'bad-gateway':
    case 'portal':
      return { kind };
    case 'cut-request':
      return { kind, after: dice.number(0, Math.max(1, length)) };
    case 'cut-answer':
      return { kind, after: dice.size(1, 1_000_000) - 1 };
    case 'delay':
      return { kind, ms: dice.number(20, 1500) };
    case 'duplicate':
      return { kind, answer: dice.happens(0.5) ? 'first' : 'second' };
    case 'throttle':
      return { kind, bytesPerSecond: dice.size(50_000, 5_000_000) };
    case 'too-large':
      return { kind, limit: dice.size(100_000, 4_000_000) };
    default:
      return kind satisfies never;
  }
}
