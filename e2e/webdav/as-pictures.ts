import { createServer, request as ask, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What every body that is sent begins with: what follows is text, and all of it looks like a JPEG. */
const PICTURE = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex');

export interface AsPictures {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Stands between a client that sends texts and a server that takes only pictures: every file that is put gets the beginning of a picture, and
 * what is fetched loses it again. All else passes as it is.
 */
export async function asPictures(target: string): Promise<AsPictures> {
  const server = createServer((request, response) => pass(new URL(target), request, response));
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => closed(server) };
}

function pass(target: URL, request: IncomingMessage, response: ServerResponse): void {
  const { method = 'GET', url = '/', headers } = request;
  const puts = method === 'PUT' && headers['content-length'] !== '0' && headers['content-range'] === undefined;
  const length = Number(headers['content-length']) + PICTURE.length;
  const onward = ask(
    {
      host: target.hostname,
      port: target.port,
      method,
      path: url,
      headers: { ...headers, ...(puts && headers['content-length'] !== undefined ? { 'content-length': String(length) } : {}) },
    },
    (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const whole = Buffer.concat(chunks);
        const body = whole.subarray(0, PICTURE.length).equals(PICTURE) ? whole.subarray(PICTURE.length) : whole;
        const told = { ...answer.headers };
        delete told['transfer-encoding'];
        response.writeHead(answer.statusCode ?? 502, { ...told, 'content-length': String(method === 'HEAD' ? 0 : body.length) });
        response.end(method === 'HEAD' || answer.statusCode === 204 ? undefined : body);
      });
    },
  );
  onward.on('error', () => response.destroy());
  if (puts) onward.write(PICTURE);
  request.pipe(onward);
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
