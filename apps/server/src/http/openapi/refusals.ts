import { ERRORS, type ErrorCode, type Route, type RouteName } from '@rollcall/protocol';
import type { Header, Response, Schema } from './types.ts';

/** What a route refuses with, beyond what every route of its kind may. The test OA-3 fails on an answer that is not told here. */
const OF_ROUTE: Readonly<Partial<Record<RouteName, readonly ErrorCode[]>>> = {
  createAccount: ['setup-token-wrong', 'already-set-up', 'registration-closed', 'email-taken', 'weak-password', 'rate-limited'],
  signIn: ['wrong-password', 'rate-limited'],
  signOut: ['forbidden'],
  checkPassword: ['wrong-password', 'rate-limited'],
  createAppPassword: ['forbidden', 'wrong-password', 'rate-limited'],
  link: ['wrong-password', 'forbidden', 'rate-limited'],
  askDeviceCode: ['rate-limited'],
  deviceCode: ['not-found', 'forbidden', 'rate-limited'],
  approveDeviceCode: ['not-found', 'forbidden', 'rate-limited'],
  denyDeviceCode: ['not-found', 'forbidden', 'rate-limited'],
  renameDevice: ['not-found'],
  revokeDevice: ['not-found', 'forbidden', 'wrong-password', 'rate-limited'],
  forkDevice: ['forbidden'],
  deviceItems: ['not-found'],
  deviceIncoming: ['not-found'],
  changes: ['cursor-expired'],
  mutations: ['wrong-epoch', 'mutation-gap', 'device-forked'],
  assetPlaces: ['not-found'],
  assetHistory: ['not-found'],
  askBundle: ['not-found'],
  viewState: ['not-found'],
  actions: ['wrong-password', 'rate-limited'],
  saveEdit: ['not-found', 'not-ready', 'quota-full'],
  giveOrder: ['not-found', 'forbidden', 'wrong-password', 'rate-limited'],
  ordersOf: ['not-found'],
  setDefaultSettings: ['forbidden'],
  askUploads: ['rate-limited'],
  proveLines: ['not-found'],
  sealProof: ['not-found', 'not-ready', 'digest-mismatch'],
  closeAccount: ['forbidden', 'wrong-password', 'rate-limited'],
  setPlan: ['forbidden'],
  removePlan: ['not-found', 'forbidden'],
  askForPlan: ['not-found', 'forbidden', 'rate-limited'],
  withdrawPlanRequest: ['not-found', 'forbidden'],
  answerPlanRequest: ['not-found', 'forbidden'],
  setAccountPlan: ['not-found', 'forbidden'],
  serverStorage: ['forbidden'],
};

/** Everything that a route of the table may refuse with. */
export function refusalsOf(name: RouteName, route: Route): readonly ErrorCode[] {
  const any = common(route.method, route.auth !== 'none', route.auth === 'device');
  // Which versions are taken is told to every version.
  return [...(name === 'server' ? any.filter((code) => code !== 'update-needed') : any), ...(OF_ROUTE[name] ?? [])];
}

/** What any route may refuse with. */
export function common(method: string, signedIn: boolean, deviceOnly = false): ErrorCode[] {
  const changes = method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';
  return [
    'bad-request',
    'update-needed',
    'server-busy',
    'internal',
    ...(signedIn ? (['signed-out', 'device-revoked'] as const) : []),
    // A page of another site; or a browser where only a device may.
    ...(changes || deviceOnly ? (['forbidden'] as const) : []),
    ...(changes ? (['too-large', 'server-disk-full'] as const) : []),
  ];
}

/** One response for each status, which names the codes that come with it. */
export function refusalResponses(
  codes: readonly ErrorCode[],
  statusOf: (code: ErrorCode) => number = (code) => ERRORS[code],
): Record<string, Response> {
  const byStatus = Map.groupBy([...new Set(codes)], statusOf);
  return Object.fromEntries([...byStatus].sort(([a], [b]) => a - b).map(([status, named]) => [String(status), refusal(named)]));
}

/** Refusals whose code is one of these. */
export function refusal(
  codes: readonly ErrorCode[],
  { headers = {}, types = ['application/json'] }: { headers?: Record<string, Header>; types?: readonly string[] } = {},
): Response {
  const named = { type: 'object', properties: { error: { type: 'object', properties: { code: { enum: [...codes] } } } } };
  const schemaOf = (type: string): Schema => ({
    allOf: [{ $ref: `#/components/schemas/${type === PROBLEM ? 'Problem' : 'ApiError'}` }, named],
  });
  return {
    description: `Refused: ${codes.map((code) => `\`${code}\``).join(', ')}`,
    headers: {
      'Cache-Control': NO_STORE,
      ...(codes.includes('rate-limited')
        ? { 'Retry-After': { description: 'Seconds', required: false, schema: { type: 'integer' } } }
        : {}),
      ...headers,
    },
    content: Object.fromEntries(types.map((type) => [type, { schema: schemaOf(type) }])),
  };
}

/** Media type of a problem document. */
export const PROBLEM = 'application/problem+json';
export const NO_STORE: Header = { required: true, schema: { const: 'no-store' } };
