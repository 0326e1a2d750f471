import type * as http from 'node:http';
import type * as https from 'node:https';

/**
 * Node's own clients of HTTP. Not imported: whoever imports `node:http` has each of its names looked at, of which some (`WebSocket`)
 * load another client that nobody here uses, a tenth of the time in which a command starts; and TLS loads as much again.
 */
export const plain: typeof http = process.getBuiltinModule('node:http');

/** Loaded for a server that is reached by https. */
export const secure = (): typeof https => process.getBuiltinModule('node:https');
