import { Command, CommanderError } from 'commander';
import { EXIT, type AgentCommands, type Io, type ServerCommands, type ServiceCommands } from './commands.ts';
import { addBackups } from './backup-commands.ts';
import { addCare } from './care-commands.ts';
import { addChanges } from './change-commands.ts';
import { addDevice } from './device-commands.ts';
import { addSettings } from './setting-commands.ts';
import { addStorage } from './storage-commands.ts';
import { UsageError, type World } from './parsing.ts';
import { addICloud } from './icloud-commands.ts';
import { addExport } from './export-command.ts';
import { addImport } from './import-command.ts';
import { addInspection } from './inspect-command.ts';
import { addReceipts } from './receipt-commands.ts';
import { addServer } from './server-commands.ts';
import { addServices } from './service-commands.ts';
import { addSpace } from './space-commands.ts';
import { addUpdate } from './update-commands.ts';
import { addViews } from './view-commands.ts';

/**
 * The whole command line.
 * @param args what follows the program's name
 * @returns the exit code, one of `EXIT`
 */
export async function runProgram(args: readonly string[], world: World): Promise<number> {
  let code: number = EXIT.ok;
  const program = build(world, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    if (error instanceof UsageError) {
      world.io.stderr.write(`rollcall: ${error.message}\n`);
      return EXIT.usage;
    }
    // What ends any command in the same way, such as a locked key store: its words, and its own exit code.
    if (error instanceof Error && 'exitCode' in error && typeof error.exitCode === 'number') {
      world.io.stderr.write(`rollcall: ${error.message}\n`);
      return error.exitCode;
    }
    throw error;
  }
}

function build(world: World, done: (code: number) => void): Command {
  const { io } = world;
  const program = new Command('rollcall')
    .description('A photo library in a cloud you own, that answers for every single photo.')
    .version(world.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show what can be done, and how')
    .helpCommand(false)
    .showHelpAfterError('(add --help to see what there is)')
    .exitOverride()
    .configureOutput({ writeOut: (text) => void io.stdout.write(text), writeErr: (text) => void io.stderr.write(text) });
  const server = async <O>(pick: (commands: ServerCommands) => (options: O, io: Io) => Promise<number>, options: O): Promise<void> =>
    done(await pick(await world.rooms.server())(options, io));
  const agent = async <O>(pick: (commands: AgentCommands) => (options: O, io: Io) => Promise<number>, options: O): Promise<void> =>
    done(await pick(await world.rooms.agent())(options, io));
  const service = async <O>(pick: (commands: ServiceCommands) => (options: O, io: Io) => Promise<number>, options: O): Promise<void> =>
    done(await pick(await world.rooms.service())(options, io));
  addServer(program, world, server, agent);
  addServices(program, world, service, agent);
  addCare(program, server);
  addBackups(program, world, server);
  addDevice(program, world, agent);
  addViews(program, world, agent);
  addSpace(program, world, agent);
  addChanges(program, world, agent);
  addSettings(program, world, agent);
  addStorage(program, world, agent);
  addImport(program, world, agent);
  addExport(program, world, agent);
  addInspection(program, agent);
  addICloud(program, agent);
  addReceipts(program, world, agent, server);
  addUpdate(program, world, agent);
  return program;
}
