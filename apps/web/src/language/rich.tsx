import { fill, say, type Value, type Values } from '@rollcall/protocol';
import { Fragment, type ReactNode } from 'react';
import { pieces } from './pieces.ts';

type Tags<M extends string> = M extends `${string}<${infer Name}>${infer Rest}`
  ? Name extends `/${string}`
    ? Tags<Rest>
    : Name | Tags<Rest>
  : never;

/**
 * A message with parts that are more than text: `rich('See <page>Sync health</page>.', { page: (text) => <Link to="/health">{text}</Link> })`.
 * Tags stand in no other.
 */
export function rich<const M extends string>(
  message: M,
  parts: Readonly<Record<Tags<M>, (text: string) => ReactNode>>,
  ...values: Values<M>
): ReactNode {
  const [known = {}] = values as [Readonly<Record<string, Value>>?];
  const make = parts as Readonly<Record<string, (text: string) => ReactNode>>;
  // Values are filled in last: a name with brackets in it is no tag.
  return pieces(say(message as string)).map(({ tag, text }, at) => {
    const told = fill(text, known);
    return <Fragment key={at}>{tag === null ? told : (make[tag]?.(told) ?? told)}</Fragment>;
  });
}
