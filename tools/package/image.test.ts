import assert from 'node:assert/strict';
import { validate } from 'dockerfile-utils';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { ROOT } from '../house.ts';
import { DOCKERFILE, ignoredBy, stagesOf, stepIn, type Stage } from './dockerfile.ts';

const FOLDER = dirname(DOCKERFILE);
const read = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');

/** What our own rules have against an image; the linter knows the language, and not what we want. */
function faultsOf(stages: readonly Stage[]): readonly string[] {
  const faults: string[] = [];
  const last = stages.at(-1);
  if (last === undefined) return ['it has no stage'];
  const names = stages.map(({ name }) => name);
  for (const { from, steps } of stages) {
    if (!names.includes(from) && !/:(?!latest)[\w.-]+$/.test(from)) faults.push(`${from} has no version`);
    for (const { keyword, words, flags } of steps) {
      if (keyword === 'ADD') faults.push('ADD may fetch and unpack what nobody looked at');
      if (keyword === 'RUN' && /\bsudo\b|\bapt(?:-get)? upgrade\b|curl[^|]*\|/.test(words)) faults.push(`not in an image: ${words}`);
      if (
        keyword === 'RUN' &&
        /apt-get install/.test(words) &&
        !/apt-get update.*install -y --no-install-recommends.*rm -rf \/var\/lib\/apt\/lists/s.test(words)
      )
        faults.push(`apt-get leaves something behind, or takes more than asked: ${words}`);
      const source = flags.get('from');
      if (keyword === 'COPY' && source !== undefined && !names.includes(source)) faults.push(`no stage ${source}`);
    }
  }
  const users = last.steps.filter(({ keyword }) => keyword === 'USER');
  if (!users.every(({ words }) => /^[1-9]\d*:[1-9]\d*$/.test(words)) || users.length !== 1)
    faults.push('it runs as root, or as a name that a volume does not know');
  for (const keyword of ['HEALTHCHECK', 'STOPSIGNAL', 'VOLUME', 'EXPOSE', 'ENTRYPOINT', 'CMD'])
    if (last.steps.filter((step) => step.keyword === keyword).length !== 1) faults.push(`${keyword} is not there once`);
  for (const { keyword, words, list } of last.steps)
    if (['HEALTHCHECK', 'ENTRYPOINT', 'CMD'].includes(keyword) && list.length === 0)
      faults.push(`a shell would stand between: ${keyword} ${words}`);
  return faults;
}

test('PK-6: the Dockerfile is right by the language and by our rules: two stages, versions, no root, a health check, a stop signal, no shell between', () => {
  assert.deepEqual(validate(read('Dockerfile')), []);
  const stages = stagesOf();
  assert.deepEqual(faultsOf(stages), []);
  assert.equal(stages.length, 2);
  const [build, image] = stages as [Stage, Stage];
  assert.deepEqual(build.steps.filter(({ words }) => words === 'npm ci').length, 1);
  assert.ok(image.steps.some(({ keyword, words }) => keyword === 'RUN' && / ffmpeg\b/.test(words)));
  assert.match(stepIn(image, 'HEALTHCHECK').words, new RegExp(`127\\.0\\.0\\.1:${stepIn(image, 'EXPOSE').words}/healthz`));
  const ignored = ignoredBy();
  for (const path of [
    'node_modules/x',
    'apps/server/node_modules',
    '.git/config',
    'apps/web/dist/index.html',
    'packaging/docker/.env',
    'data/x',
    'npm.log',
  ])
    assert.ok(ignored(path), path);
  for (const path of ['package-lock.json', '.npmrc', 'apps/web/src/main.tsx', 'packaging/folder/rollcall', 'docs/install.md'])
    assert.ok(!ignored(path), path);
});

test('PK-6: what is wrong in a Dockerfile is found', () => {
  const good = readFileSync(DOCKERFILE, 'utf8');
  const wrong: readonly (readonly [string | RegExp, string])[] = [
    [/^USER .*$/m, ''],
    [/^USER .*$/m, 'USER 0:0'],
    [/^HEALTHCHECK .*$/m, ''],
    [/^CMD .*$/m, 'CMD serve --data /data'],
    ['debian:bookworm-slim', 'debian'],
    ['debian:bookworm-slim', 'debian:latest'],
    ['--from=build', '--from=biuld'],
    ['--no-install-recommends ', ''],
    ['COPY . .', 'ADD . .'],
  ];
  for (const [from, to] of wrong) {
    assert.notEqual(good.replace(from, to), good);
    assert.notDeepEqual(faultsOf(stagesOf(good.replace(from, to))), [], `${from} ${to}`);
  }
  assert.notDeepEqual(validate(good.replace('STOPSIGNAL', 'STOPSINGAL')), []);
});

interface Service {
  readonly [name: string]: unknown;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly command?: readonly string[];
  readonly volumes: readonly string[];
  readonly networks: Readonly<Record<string, { readonly ipv4_address: string }>>;
  readonly ports?: readonly string[];
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly ipam: { readonly config: readonly { readonly subnet: string }[] } }>>;
  readonly volumes: Readonly<Record<string, null>>;
}

/** Keys of a service that the Compose specification has, as far as we use them. */
const KNOWN = new Set(
  'build image command init restart stop_grace_period read_only tmpfs volumes networks security_opt cap_drop cap_add mem_limit pids_limit depends_on environment ports'.split(
    ' ',
  ),
);

test('PK-7: the compose file puts Caddy before Rollcall, both with no more rights than they need, and each name in it leads somewhere', () => {
  // Twice the same key is an error of the parser.
  const { services, networks, volumes } = parse(read('compose.yaml')) as Compose;
  assert.deepEqual(Object.keys(services).sort(), ['caddy', 'rollcall']);
  const { rollcall, caddy } = services as { rollcall: Service; caddy: Service };
  for (const service of [rollcall, caddy]) {
    assert.deepEqual(
      Object.keys(service).filter((key) => !KNOWN.has(key)),
      [],
    );
    assert.deepEqual(
      [service['read_only'], service['cap_drop'], service['security_opt'], service['restart']],
      [true, ['ALL'], ['no-new-privileges:true'], 'unless-stopped'],
    );
    assert.ok(service['mem_limit'] !== undefined && service['pids_limit'] !== undefined);
    for (const volume of service.volumes) {
      const [, from = '', fallback = ''] = /^(?:\$\{\w+:-(\w+)\}|([^:]+)):\//.exec(volume) ?? [];
      const name = from || fallback;
      assert.ok(name.startsWith('./') ? read(name) !== '' : name in volumes, volume);
    }
    for (const network of Object.keys(service.networks)) assert.ok(network in networks, network);
  }
  assert.equal(join(FOLDER, rollcall.build?.context ?? ''), ROOT);
  assert.equal(join(ROOT, rollcall.build?.dockerfile ?? ''), DOCKERFILE);
  assert.equal(rollcall.ports, undefined, 'only Caddy is reached from elsewhere');
  assert.deepEqual([rollcall['init'], caddy['cap_add'], caddy.ports?.length], [true, ['NET_BIND_SERVICE'], 3]);
  const [subnet] = networks['inside']?.ipam.config ?? [];
  const [own, proxy] = [rollcall, caddy].map(({ networks: all }) => all['inside']?.ipv4_address ?? '');
  for (const address of [own, proxy]) assert.equal(subnet?.subnet, `${address?.split('.').slice(0, 3).join('.')}.0/24`);
  const command = rollcall.command ?? [];
  assert.equal(command[command.indexOf('--proxy') + 1], proxy);
  assert.ok(read('Caddyfile').includes(`reverse_proxy ${own}:2280`));
  const [image] = stagesOf().slice(-1) as [Stage];
  assert.ok(rollcall.volumes.some((volume) => volume.endsWith(`:${stepIn(image, 'VOLUME').words}`)));
  const wanted = new Set([...read('compose.yaml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name));
  for (const name of wanted) assert.match(read('.env.example'), new RegExp(`^#?${name}=`, 'm'));
});
