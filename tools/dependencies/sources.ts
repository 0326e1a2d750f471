import { lines, literal, nameOf, parse, walk, type Node } from '../syntax.ts';

export interface Import {
  readonly specifier: string;
  readonly line: number;
  /** Gone when the types are: nothing is loaded for it. */
  readonly typeOnly: boolean;
}
export interface Mention {
  readonly name: string;
  readonly line: number;
}
export interface Source {
  /** Static, dynamic, of types only, and re-exports; a `new URL('x.ts', import.meta.url)` too. */
  readonly imports: readonly Import[];
  /** Names that the file uses and does not itself declare: globals. Members as `Date.now`. */
  readonly globals: readonly Mention[];
  /** Where something is asynchronous. */
  readonly asynchronous: readonly Mention[];
}

/** Throws SyntaxError when the text is not TypeScript. */
export function readSource(path: string, text: string): Source {
  const program = parse(path, text);
  const lineOf = lines(text);
  const imports: Import[] = [];
  const used: Mention[] = [];
  const declared = new Set<string>();
  const asynchronous: Mention[] = [];
  walk(program, null, '', (node, parent, field) => {
    const line = lineOf(node.start);
    const specifier = importedBy(node);
    if (specifier !== undefined) imports.push({ specifier, line, typeOnly: isTypeOnly(node) });
    if (node['async'] === true || node.type === 'AwaitExpression' || (node.type === 'ForOfStatement' && node['await'] === true))
      asynchronous.push({ name: 'async', line });
    if (node.type === 'NewExpression' && nameOf(node['callee']) === 'Date' && (node['arguments'] as unknown[]).length === 0)
      used.push({ name: 'new Date()', line });
    if (node.type === 'MemberExpression' && !node['computed'])
      used.push({ name: `${nameOf(node['object'])}.${nameOf(node['property'])}`, line });
    if (node.type !== 'Identifier') return;
    const name = String(node['name']);
    const place = placeOf(parent, field);
    if (place === 'declared') declared.add(name);
    if (place === 'used') used.push({ name, line });
  });
  const globals = used.filter(({ name }) => !declared.has(name.split('.', 1)[0] ?? name));
  return { imports, globals, asynchronous };
}

/** `import type`, `export type`, `import('x').T`, or braces with nothing but types in them. */
function isTypeOnly(node: Node): boolean {
  if (node.type === 'TSImportType' || node['importKind'] === 'type' || node['exportKind'] === 'type') return true;
  const names = (node['specifiers'] ?? []) as readonly Node[];
  return names.length > 0 && names.every((name) => name['importKind'] === 'type' || name['exportKind'] === 'type');
}

function importedBy(node: Node): string | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return literal(node['source']);
    case 'TSExternalModuleReference':
      return literal(node['expression']);
    case 'NewExpression': {
      const [path] = node['arguments'] as readonly unknown[];
      const target = nameOf(node['callee']) === 'URL' ? literal(path) : undefined;
      return target && /^\.\.?\/.*\.tsx?$/.test(target) ? target : undefined;
    }
    default:
      return undefined;
  }
}

/** What an identifier is at its place: a binding, a use of a binding, or only a label of a member. */
function placeOf(parent: Node | null, field: string): 'declared' | 'used' | 'label' {
  const type = parent?.type ?? '';
  if (field === 'property' && type === 'MemberExpression') return parent?.['computed'] ? 'used' : 'label';
  if (field === 'key' && parent?.['computed'] !== true) return 'label';
  if (field === 'id' || field === 'local' || field === 'params' || field === 'items') return 'declared';
  if (field === 'imported' || field === 'exported' || field === 'label' || field === 'meta') return 'label';
  if (type === 'TSQualifiedName' && field === 'right') return 'label';
  if (type === 'ArrayPattern' || (type === 'RestElement' && field === 'argument')) return 'declared';
  if (type === 'AssignmentPattern' && field === 'left') return 'declared';
  if (type === 'Property' && field === 'value' && parent?.['pattern'] === true) return 'declared';
  return 'used';
}
