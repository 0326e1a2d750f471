import { startApp } from './app.ts';

// The byte routes in a process of their own, to be killed. Tells its port on the first line.
const [dataDir, pause] = process.argv.slice(2);
if (!dataDir) throw new Error('the data folder is missing');
const app = await startApp({ dataDir, quota: 1e12 });
if (pause) {
  // Stops for ever after the blob has its name, before the ledger knows.
  const { blobs } = app.context;
  const keep = blobs.keep.bind(blobs);
  blobs.keep = async (incoming, hash) => {
    await keep(incoming, hash);
    process.stdout.write('kept\n');
    return new Promise(() => undefined);
  };
}
process.stdout.write(`${app.port}\n`);
