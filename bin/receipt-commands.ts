import type { Command } from 'commander';
import { resolve } from 'node:path';
import { group, viewed, type ToAgent, type ToServer, type World } from './parsing.ts';
import { parseServer, parseText } from './values.ts';

interface CheckParsed {
  readonly home: string;
  readonly json?: boolean;
  readonly server?: string;
  readonly insecure?: true;
}

/** Receipts that a device could be erased: whether one is valid, and the key that signs them. */
export function addReceipts(program: Command, world: World, agent: ToAgent, server: ToServer): void {
  const receipt = group(program, 'receipt', 'receipts that a device was ready to erase');
  viewed(receipt.command('check'), world)
    .description('is this receipt valid, to the letter as the server signed it?')
    .argument('<file>', 'the receipt', parseText)
    .option('--server <url>', 'the server whose receipt it should be (default: the one of the device)', parseServer)
    .option('--insecure', 'allow plain http to another machine')
    .action((file: string, { home, json, server: url, insecure }: CheckParsed) =>
      agent((a) => a.receiptCheck, {
        home: resolve(home),
        json: json === true,
        file: resolve(file),
        ...(url === undefined ? {} : { server: url }),
        insecure: insecure === true,
      }),
    );
  receipt
    .command('new-key')
    .description('have the server sign receipts with another key from now on; those of before stay valid')
    .requiredOption('--data <dir>', 'the data folder of the server', parseText)
    .option('--json', 'print one JSON object')
    .action((o: { data: string; json?: boolean }) => server((s) => s.receiptNewKey, { data: resolve(o.data), json: o.json === true }));
}
