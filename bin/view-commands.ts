import type { Command } from 'commander';
import { resolve } from 'node:path';
import { group, UsageError, viewed, type ToAgent, type World } from './parsing.ts';
import { parseText } from './values.ts';

/** Commands that look at a device, at deletions that wait for an answer, and at Recently Deleted. */
export function addViews(program: Command, world: World, run: ToAgent): void {
  const view = (o: { home: string; json?: boolean }): { home: string; json: boolean } => ({ home: resolve(o.home), json: o.json === true });
  viewed(program.command('status'), world)
    .description('how this device stands: what is in sync, what is not, and why')
    .action((o) => run((a) => a.status, view(o)));
  viewed(program.command('ls'), world)
    .description('list what this device holds')
    .action((o) => run((a) => a.ls, view(o)));
  viewed(program.command('why'), world)
    .description('where one file is, whether it is safe, and if it is not in sync, exactly why')
    .argument('<file>', 'the file', parseText)
    .action((file: string, o) => run((a) => a.why, { ...view(o), file: resolve(file) }));
  viewed(program.command('doctor'), world)
    .description('the seven checks: what stops photos here, where the fault is, and what to do')
    .option('--fix', 'do what is safe to do by itself, and look again')
    .option('--report <file>', 'write what support needs to see to a file, without names, places or pictures', parseText)
    .action((o: { home: string; json?: boolean; fix?: boolean; report?: string }) =>
      run((a) => a.doctor, { ...view(o), fix: o.fix === true, ...(o.report === undefined ? {} : { report: resolve(o.report) }) }),
    );
  viewed(program.command('verify'), world)
    .description('the roll call: every photo here and in the cloud is hashed again and matched')
    .option('--erase', 'is this device ready to erase? the server signs a receipt, or it is listed what is lacking')
    .option('--receipt <file>', 'with --erase: keep the receipt in this file', parseText)
    .action((o: { home: string; json?: boolean; erase?: boolean; receipt?: string }) => {
      if (o.erase !== true && o.receipt !== undefined) throw new UsageError('--receipt goes with --erase.');
      if (o.erase !== true) return run((a) => a.verify, view(o));
      return run((a) => a.verifyErase, { ...view(o), ...(o.receipt === undefined ? {} : { receipt: resolve(o.receipt) }) });
    });
  viewed(program.command('devices'), world)
    .description('the devices of the account, and how each stands')
    .action((o) => run((a) => a.devices, view(o)));
  const held = group(program, 'held', 'deletions that wait for your answer, since very many photos went missing here at once');
  viewed(held.command('ls'), world)
    .description('list them')
    .action((o) => run((a) => a.heldList, view(o)));
  viewed(held.command('keep'), world)
    .description('bring the photos back to this device')
    .argument('[file...]', 'only these (default: all that is held)')
    .action((files: string[], o) => run((a) => a.heldAnswer, { ...view(o), answer: 'keep', files }));
  viewed(held.command('trash'), world)
    .description('delete them everywhere: they go to Recently Deleted for 30 days')
    .argument('[file...]', 'only these (default: all that is held)')
    .action((files: string[], o) => run((a) => a.heldAnswer, { ...view(o), answer: 'trash', files }));
  const lost = group(program, 'lost', 'photos that were only on the server when it was put back from a backup');
  viewed(lost.command('ls'), world)
    .description('list them')
    .action((o) => run((a) => a.lostList, view(o)));
  viewed(lost.command('forget'), world)
    .description('say that one is gone, so that this device lists it no more')
    .argument('<id>', 'the id that lost ls shows', parseText)
    .action((id: string, o) => run((a) => a.lostForget, { ...view(o), id }));
  const trash = group(program, 'trash', 'Recently Deleted');
  viewed(trash.command('ls'), world)
    .description('list what was deleted in the last 30 days')
    .action((o) => run((a) => a.trashList, view(o)));
  viewed(trash.command('restore'), world)
    .description('bring one back, everywhere')
    .argument('<id>', 'the id that trash ls shows', parseText)
    .action((id: string, o) => run((a) => a.trashRestore, { ...view(o), id }));
  viewed(trash.command('empty'), world)
    .description('delete for good all that is in Recently Deleted')
    .option('--yes', 'go on without asking')
    .action((o) => run((a) => a.trashEmpty, { ...view(o), yes: o.yes === true }));
}
