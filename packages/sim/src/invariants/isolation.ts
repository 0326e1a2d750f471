import type { Request, Response, Sender } from '../wire/messages.ts';
import type { World } from '../play/world.ts';

/** Ids and hashes, wherever they stand in a text. */
const NAMES = /[0-9a-f]{64}|[0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Names that only one library has, and whose they are. */
interface Names {
  readonly of: string;
  readonly owners: ReadonlyMap<string, ReadonlySet<string>>;
}

const known = new WeakMap<World, Names>();

/** I1: no answer names anything that only another library has, unless it was in the question. */
export function checkAnswer(world: World, { libraryId }: Sender, request: Request, { json, bytes }: Response): void {
  if (world.libraries.length < 2) return;
  const { tables } = world.cloud;
  if (bytes && request.route === 'download' && tables.entity(libraryId, `resource:${request.resourceId}`) === undefined)
    world.violate('I1', 'a device is given bytes of another library');
  const text = JSON.stringify(json) ?? '';
  const asked = JSON.stringify(request);
  const { owners } = namesOf(world);
  for (const [name] of text.matchAll(NAMES)) {
    const libraries = owners.get(name);
    if (libraries && !libraries.has(libraryId) && !asked.includes(name))
      world.violate('I1', `an answer to ${request.route} names ${name.slice(0, 8)}…, which only another library has`);
  }
}

function namesOf(world: World): Names {
  const { entities, ledger, tickets, devices, orders } = world.cloud.tables;
  const of = [entities, ledger, tickets, devices, orders].map(({ version }) => version).join(' ');
  const before = known.get(world);
  if (before?.of === of) return before;
  const owners = new Map<string, Set<string>>();
  const add = (name: string, library: string): void => void owners.set(name, (owners.get(name) ?? new Set()).add(library));
  for (const { library, entity } of entities.values()) for (const [name] of JSON.stringify(entity).matchAll(NAMES)) add(name, library);
  for (const { library, hash } of ledger.values()) if (!hash.startsWith('upload:')) add(hash, library);
  for (const { library, id } of tickets.values()) add(id, library);
  for (const [id, { library }] of devices.rows) add(id, library);
  const names = { of, owners };
  known.set(world, names);
  return names;
}
