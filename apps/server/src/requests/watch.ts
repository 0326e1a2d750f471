import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../log/index.ts';
import type { Figures } from '../metrics/figures.ts';
import { bytesOf } from './bytes.ts';
import { notedOf } from '../noted.ts';

/** A request at which the server was for longer is slow. Milliseconds. */
export const SLOW = 1000;

export interface Watching {
  readonly log: Log;
  readonly figures: Figures;
  /** Milliseconds. */
  readonly slowRequest: number;
}

/** A request from its head to the end of its answer. Times in milliseconds by a clock that never jumps. */
interface Course {
  readonly id: string;
  readonly route: string;
  readonly method: string;
  readonly began: number;
  /** Its body was there. */
  whole: number;
  /** Its answer was ready to go; null: not yet, or it went by itself. */
  ready: number | null;
  bytesIn: number;
  bytesOut: number;
}

/** Counts and logs each request. `request` names one in the log, and to who asked where something went wrong. */
export function watchRequests(app: FastifyInstance, { log, figures, slowRequest }: Watching): { readonly settle: () => void } {
  const run = process.pid.toString(36);
  const courses = new Map<IncomingMessage, Course>();
  let n = 0;
  const end = (request: IncomingMessage, response: ServerResponse, course: Course): void => {
    courses.delete(request);
    figures.inHand(-1);
    tell({ log, figures, slowRequest }, request, response, course);
  };
  app.addHook('onRequest', async (request, reply) => {
    n += 1;
    const course = courseOf(request, `${run}-${n.toString(36)}`);
    courses.set(request.raw, course);
    figures.inHand(1);
    notedOf(request.raw).request = course.id;
    if (hasBody(request)) request.raw.once('end', () => void (course.whole = performance.now()));
    reply.raw.once('close', () => end(request.raw, reply.raw, course));
    log('a request came', { request: course.id, route: course.route, method: course.method }, 'trace');
  });
  app.addHook('onSend', async (request) => {
    const course = courses.get(request.raw);
    if (course) course.ready ??= performance.now();
  });
  return {
    /** What went over connections so far counts, also of those that go on for hours. */
    settle: () => {
      for (const [request, course] of courses) move(figures, request, course);
    },
  };
}

function courseOf(request: FastifyRequest, id: string): Course {
  const began = performance.now();
  const route = request.routeOptions.url ?? 'unknown';
  // Of what leads nowhere anything may be written in the request.
  return { id, route, method: route === 'unknown' ? 'any' : request.method, began, whole: began, ready: null, bytesIn: 0, bytesOut: 0 };
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function move(figures: Figures, request: IncomingMessage, course: Course): void {
  const { bytesIn, bytesOut } = bytesOf(request.socket);
  course.bytesIn += bytesIn;
  course.bytesOut += bytesOut;
  figures.moved(course.route, bytesIn, bytesOut);
}

function tell({ log, figures, slowRequest }: Watching, request: IncomingMessage, response: ServerResponse, course: Course): void {
  const { id, route, method, began } = course;
  const over = performance.now();
  const ready = course.ready ?? (response.headersSent ? course.whole : over);
  // A body that comes while it is worked on, as that of an upload, is waited for.
  const whole = Math.min(course.whole, ready);
  const working = ready - whole;
  const status = response.headersSent ? response.statusCode : 0;
  const { account, device, code } = notedOf(request);
  move(figures, request, course);
  figures.answered({ route, method, status: status === 0 ? 'none' : String(status), seconds: working / 1000 });
  if (code !== undefined) figures.refused(code);
  const slow = working >= slowRequest;
  if (slow) figures.slow(route);
  const details = {
    request: id,
    route,
    method,
    status,
    milliseconds: Math.round(over - began),
    bytesIn: course.bytesIn,
    bytesOut: course.bytesOut,
    ...(account === undefined ? {} : { account }),
    ...(device === undefined ? {} : { device }),
    ...(code === undefined ? {} : { code }),
    ...(response.writableFinished ? {} : { cut: true }),
  };
  const parts = { receiving: Math.round(whole - began), working: Math.round(working), sending: Math.round(over - ready) };
  if (slow) log('a slow request', { ...details, ...parts }, 'warn');
  else if (status >= 500) log('a request that could not be done', details, 'warn');
  else if (status >= 400) log('a request that was refused', details, 'info');
  else log('a request', details, 'debug');
}
