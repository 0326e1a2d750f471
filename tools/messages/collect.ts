import { isNode, lines, literal, nameOf, parse, walk, type Node } from '../syntax.ts';

export interface Told {
  readonly message: string;
  /** Of what is counted: the text for one. */
  readonly one: string | null;
  readonly line: number;
}
export interface Bare {
  readonly text: string;
  readonly line: number;
}
export interface Spoken {
  /** What is said through the catalogue, or marked for it. */
  readonly told: readonly Told[];
  /** What a page would show as it stands in the source. */
  readonly bare: readonly Bare[];
}

/** Attributes that people read, or hear. */
const READ = new Set(['alt', 'aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'label', 'placeholder', 'title']);

/** What a source file says to people. Throws SyntaxError when it is no TypeScript, or says what is no plain text. */
export function collect(path: string, text: string): Spoken {
  const lineOf = lines(text);
  const told: Told[] = [];
  const bare: Bare[] = [];
  const plain = (node: unknown, line: number, what: string): string => {
    const found = literal(node) ?? template(node);
    if (found === undefined)
      throw new SyntaxError(`${path}:${line}: ${what} is to be one plain text, so that it can be found for the catalogue`);
    return found;
  };
  const program = parse(path, text);
  const sayers = sayersOf(program);
  walk(program, null, '', (node) => {
    const line = lineOf(node.start);
    const called = node.type === 'CallExpression' ? nameOf(node['callee']) : '';
    if (sayers.has(called)) {
      const [first, second, third] = node['arguments'] as readonly Node[];
      if (called === 'message' || called === 'rich')
        told.push({ message: plain(first, line, `what ${called}() is given`), one: null, line });
      // What comes out of a table is marked there by message().
      if (called === 'say' && (literal(first) ?? template(first)) !== undefined)
        told.push({ message: plain(first, line, 'what say() is given'), one: null, line });
      if (called === 'say' && first?.type === 'TemplateLiteral') plain(first, line, 'what say() is given');
      if (called === 'sayMany')
        told.push({
          one: plain(second, line, 'the first form of sayMany()'),
          message: plain(third, line, 'the second form of sayMany()'),
          line,
        });
    }
    if (node.type === 'JSXText' && isWords(String(node['value']))) bare.push({ text: String(node['value']).trim(), line });
    if (node.type === 'JSXAttribute') {
      const name = isNode(node['name']) ? String(node['name']['name']) : '';
      const value = literal(node['value']);
      if (READ.has(name) && value !== undefined && isWords(value)) bare.push({ text: `${name}="${value}"`, line });
    }
  });
  return { told, bare };
}

/** Names under which a file knows what says something: others have a `say` of their own. */
function sayersOf(program: Node): Set<string> {
  const names = new Set<string>();
  walk(program, null, '', (node) => {
    if (node.type !== 'ImportDeclaration' || !/^@rollcall\/protocol$|\/(?:language|rich)\.tsx?$/.test(literal(node['source']) ?? ''))
      return;
    for (const each of node['specifiers'] as readonly Node[]) names.add(nameOf(each['local']));
  });
  return names;
}

/** A template without anything to fill in. */
function template(node: unknown): string | undefined {
  if (!isNode(node) || node.type !== 'TemplateLiteral' || (node['expressions'] as readonly unknown[]).length > 0) return undefined;
  const [only] = node['quasis'] as readonly { readonly value: { readonly cooked: string } }[];
  return only?.value.cooked;
}

/** Two letters on end: less is a sign, not a word. */
function isWords(text: string): boolean {
  return /\p{L}{2}/u.test(text.replace(/&\w+;/g, ''));
}

/** The names in the braces of a message, and its tags as `<link>`, each once and in order of the alphabet. */
export function placesOf(message: string): string[] {
  return [...new Set(message.match(/\{\w+\}|<\/?\w+>/g) ?? [])].sort();
}
