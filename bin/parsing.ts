import type { Command } from 'commander';
import type { AgentCommands, Io, Rooms, ServerCommands, ServiceCommands } from './commands.ts';
import { askPassword, readPasswordLine, type PasswordAnswer } from './password.ts';
import { defaultHome, parseText } from './values.ts';

export interface World {
  readonly rooms: Rooms;
  readonly io: Io;
  readonly version: string;
  /** The folder of the program. */
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A wrong use of the command line that the parser cannot see by itself. */
export class UsageError extends Error {}

export type ToServer = <O>(pick: (commands: ServerCommands) => (options: O, io: Io) => Promise<number>, options: O) => Promise<void>;
export type ToAgent = <O>(pick: (commands: AgentCommands) => (options: O, io: Io) => Promise<number>, options: O) => Promise<void>;
export type ToService = <O>(pick: (commands: ServiceCommands) => (options: O, io: Io) => Promise<number>, options: O) => Promise<void>;

export interface PasswordParsed {
  readonly passwordStdin?: true;
}

/** A command that only holds others; by itself it shows them, as an error. */
export function group(program: Command, name: string, description: string): Command {
  const made = program.command(name).description(description).helpCommand(false);
  return made.action(() => made.help({ error: true }));
}

export function homed(command: Command, world: World): Command {
  return command.option('--home <dir>', 'the state folder of the device', parseText, defaultHome(world.env));
}

export function viewed(command: Command, world: World): Command {
  return homed(command, world).option('--json', 'print one JSON object');
}

/** The password, from where the options say. Throws `UsageError`. */
export async function passwordFor(options: PasswordParsed, io: Io, twice: boolean): Promise<string> {
  const answer: PasswordAnswer = options.passwordStdin ? await readPasswordLine(io.stdin) : await askPassword('Password', twice);
  if (answer.ok) return answer.password;
  switch (answer.why) {
    case 'empty':
      throw new UsageError('The password is empty. With --password-stdin, give it as one line on standard input.');
    case 'too-long':
      throw new UsageError('The password is longer than any that the server takes.');
    case 'no-terminal':
      throw new UsageError('There is no terminal to ask for the password on. Give it on standard input, with --password-stdin.');
    case 'cancelled':
      throw new UsageError('Cancelled; nothing was done.');
    default:
      return answer.why satisfies never;
  }
}
