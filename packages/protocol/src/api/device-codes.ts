import { z } from 'zod';
import { AskingDevice, CodeGiven, CodeRequest, CodeStanding } from '../device-codes.ts';
import { Empty, type Route } from './route.ts';

const params = z.object({ userCode: z.string().max(20) });

/** A device signs in by a short code (RFC 8628): the device asks, a person approves in a browser. */
export const DEVICE_CODE_ROUTES = {
  askDeviceCode: {
    method: 'POST',
    path: '/api/v1/device-codes',
    auth: 'none',
    summary: 'A device that wants to sign in asks for a code, which a person approves in a browser',
    body: CodeRequest,
    response: CodeGiven,
  },
  deviceCodeToken: {
    method: 'POST',
    path: '/api/v1/device-codes/token',
    auth: 'none',
    summary: 'Whether the code was approved; then with the device’s token',
    body: z.object({ deviceCode: z.string().max(200) }),
    response: CodeStanding,
  },
  deviceCode: {
    method: 'GET',
    path: '/api/v1/device-codes/:userCode',
    auth: 'account',
    summary: 'Which device asks with this code; for browsers',
    params,
    response: AskingDevice,
  },
  approveDeviceCode: {
    method: 'POST',
    path: '/api/v1/device-codes/:userCode/approve',
    auth: 'account',
    summary: 'The device may become one of this account; for browsers',
    params,
    body: Empty,
    response: Empty,
  },
  denyDeviceCode: {
    method: 'POST',
    path: '/api/v1/device-codes/:userCode/deny',
    auth: 'account',
    summary: 'The device may not; for browsers',
    params,
    body: Empty,
    response: Empty,
  },
} as const satisfies Record<string, Route>;
