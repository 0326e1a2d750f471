const PLAIN = /^[A-Za-z0-9_./:=@,+-]+$/;

/** `%` begins a specifier wherever a unit has words or paths. */
export function specified(text: string): string {
  return text.replaceAll('%', '%%');
}

/** A path in a list of paths. */
export function pathWord(path: string): string {
  return PLAIN.test(path) ? path : quoted(specified(path));
}

/** One of several binds; a colon would divide it from where it is to appear. */
export function bindWord(path: string): string {
  return PLAIN.test(path) && !path.includes(':') ? path : quoted(specified(path));
}

/** Signs that systemd lets the path of no program have. */
const NOT_OF_A_PROGRAM = /["'\\]/;
/** Becomes what it is told. */
const SHELL = ['/bin/sh', '-c', 'exec "$0" "$@"'];

/** A command line; its first word is a program, in which nothing is put in the place of a variable. */
export function commandLine(command: readonly string[]): string {
  const [program = '', ...args] = NOT_OF_A_PROGRAM.test(command[0] ?? '') ? [...SHELL, ...command] : command;
  return [pathWord(program), ...args.map(argumentWord)].join(' ');
}

/** What a program is told: behind the program, `$` begins a variable, which two of them do not. */
function argumentWord(text: string): string {
  return PLAIN.test(text) ? text : quoted(specified(text).replaceAll('$', '$$$$'));
}

/** `NAME=value` of the environment. */
export function variableWord(name: string, value: string): string {
  return PLAIN.test(value) ? `${name}=${value}` : quoted(specified(`${name}=${value}`));
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

export function xmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** As Windows divides a command line into what a program is told (`CommandLineToArgvW`). */
export function windowsWord(text: string): string {
  if (text !== '' && !/[\s"]/.test(text)) return text;
  const inner = text.replaceAll(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1');
  return `"${inner}"`;
}
