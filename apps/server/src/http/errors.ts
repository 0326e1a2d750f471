import { say } from '@rollcall/protocol';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { Log } from '../context.ts';
import { Refused } from '../refused.ts';
import { about, noteRefusal } from '../noted.ts';

/** Every refusal and every failure is answered as an `ApiError`. */
export function answerErrors(app: FastifyInstance, log: Log): void {
  app.setErrorHandler((error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const refused = asRefused(error);
    if (refused.code === 'internal') log('a request failed', { ...about(request), error });
    noteRefusal(request.raw, refused.code);
    if (refused.code === 'rate-limited') void reply.header('retry-after', String(refused.details['seconds'] ?? 60));
    void reply.removeHeader('content-length').removeHeader('etag');
    return reply
      .code(refused.statusCode)
      .type('application/json; charset=utf-8')
      .header('cache-control', 'no-store')
      .serializer((body: unknown) => JSON.stringify(body))
      .send(refused.body);
  });
}

function asRefused(error: FastifyError): Refused {
  if (error instanceof Refused) return error;
  if (hasZodFastifySchemaValidationErrors(error))
    return invalid(
      error.validation.map(
        ({ instancePath, message }) => `${instancePath.slice(1).replaceAll('/', '.') || 'body'}: ${message ?? say('not right')}`,
      ),
    );
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new Refused('too-large', say('The request is larger than this server takes. Send less at once.'));
    case 'SQLITE_FULL':
    case 'ENOSPC':
      return new Refused('server-disk-full', say('The disk of the server is full. Make room there; what was sent before is safe.'));
    case 'SQLITE_BUSY':
      return new Refused('server-busy', say('The server is busy. Try again in a moment.'));
    default:
      return error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500
        ? new Refused('bad-request', error.message.slice(0, 500))
        : new Refused(
            'internal',
            say('Something went wrong on the server. Nothing was lost; try again, and look at the server’s log if it stays.'),
          );
  }
}

function invalid(issues: readonly string[]): Refused {
  return new Refused('bad-request', say('The request is not right: {why}', { why: issues.slice(0, 3).join('; ').slice(0, 500) }));
}
