import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { browserName, Device, speak, tellBrowserName } from './index.ts';

afterEach(() => speak({ tag: 'en-GB', messages: {} }));

const LINUX = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15';

test('LA-54: the name that the server gives to a browser is read in the language of who reads it; one that a person chose stays', () => {
  assert.deepEqual([LINUX, MAC, 'curl/8', 'x (iPad)'].map(browserName), [
    'Chrome on Linux',
    'Safari on a Mac',
    'A browser',
    'A browser on iPad',
  ]);
  assert.equal(tellBrowserName('Chrome on Linux'), 'Chrome on Linux');
  const messages = {
    'A browser': 'Ein Browser',
    '{browser} on Linux': '{browser} unter Linux',
    '{browser} on a Mac': '{browser} auf einem Mac',
    '{browser} on iPad': '{browser} auf dem iPad',
  };
  speak({ tag: 'de-DE', messages });
  assert.deepEqual(
    [LINUX, MAC, 'curl/8', 'x (iPad)'].map((agent) => tellBrowserName(browserName(agent))),
    ['Chrome unter Linux', 'Safari auf einem Mac', 'Ein Browser', 'Ein Browser auf dem iPad'],
  );
  for (const name of ['Photos on Linux', 'chrome on linux', 'Chrome', 'Chrome on Linux (2)', '']) assert.equal(tellBrowserName(name), name);
  const device = { id: '01900000-0000-7000-8000-00000000000a', name: 'Chrome on Linux', kind: 'browser', platform: '', version: '1' };
  const told = Device.parse({ ...device, createdAt: 0, lastSeenAt: null, connected: true, self: true, roll: null });
  assert.equal(told.name, 'Chrome unter Linux');
});
