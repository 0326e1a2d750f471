import {
  countWords,
  LIMITS,
  sizeWords,
  SPACE_SECTIONS,
  tellReason,
  type SpaceCandidate,
  type SpaceGroup,
  type SpaceSection,
  type SpaceSummary,
} from '@rollcall/protocol';
import { openDevice, type Device } from '../device.ts';
import { linkTrouble } from '../work/trouble.ts';
import { movedWords } from './counted-words.ts';
import { deliver } from './deliver.ts';
import { answer, complain, EXIT, notLinked, say, showJson, type Io, type ViewOptions } from './io.ts';
import { takeStock } from './standing.ts';
import { bytesOf, bytesOnce } from './trash.ts';
import { timely } from './within.ts';

/** How long a person waits while the server looks at every photo. */
const PATIENCE_MS = 60_000;
/** Groups of each kind that are named where all kinds are. */
const FEW = 5;

const NAMES: Record<SpaceSection, string> = {
  exact: 'Exact duplicates',
  alike: 'Likely duplicates',
  videos: 'Largest videos',
  screenshots: 'Screenshots',
  blurred: 'Blurred photos',
};

interface Section {
  readonly section: SpaceSection;
  readonly groups: readonly SpaceGroup[];
  /** There are more. */
  readonly more: boolean;
}

/** What would free room in the cloud, and how much. With `section` all of that kind, else the first of each. Nothing is changed. */
export async function cloudSpace(options: ViewOptions & { readonly section?: SpaceSection }, io: Io): Promise<number> {
  const device = openDevice(options.home);
  if (!device) return notLinked(io, options.home);
  try {
    // What is named must be known here.
    await takeStock(device);
    const found = await ask(device, options.section);
    if (typeof found === 'string') {
      complain(io, found);
      return EXIT.needsYou;
    }
    if (options.json) showJson(io, rowsOf(device, found));
    else tell(device, found, io);
    return EXIT.ok;
  } catch (error) {
    const { code, evidence } = linkTrouble(error);
    complain(io, tellReason({ code, since: Date.now(), evidence }).words);
    return EXIT.retry;
  } finally {
    device.close();
  }
}

interface Found {
  readonly summary: SpaceSummary;
  readonly sections: readonly Section[];
}

/** A text: why it was refused. */
async function ask(device: Device, wanted: SpaceSection | undefined): Promise<Found | string> {
  const summary = await timely(PATIENCE_MS, device.connection.call('space', {}));
  if (!summary.ok) return summary.refusal.words;
  const sections: Section[] = [];
  for (const section of wanted === undefined ? SPACE_SECTIONS : [wanted]) {
    const groups: SpaceGroup[] = [];
    let after: string | null = null;
    for (;;) {
      const page = await askPage(device, section, wanted === undefined ? FEW : LIMITS.spacePage, after);
      if (!page.ok) return page.refusal.words;
      groups.push(...page.value.groups);
      after = page.value.next;
      if (after === null || wanted === undefined) break;
    }
    sections.push({ section, groups, more: after !== null });
  }
  return { summary: summary.value, sections };
}

function askPage({ connection }: Device, section: SpaceSection, limit: number, after: string | null) {
  const query = { limit, ...(after === null ? {} : { after }) };
  return timely(PATIENCE_MS, connection.call('spaceSection', { params: { section }, query }));
}

function named({ store }: Device, assetId: string): { readonly id: string; readonly fileName: string | null; readonly bytes: number } {
  const remote = store.remote(assetId);
  return { id: assetId, fileName: remote?.asset.fileName ?? null, bytes: remote === null ? 0 : bytesOf(remote) };
}

function rowsOf(device: Device, { summary, sections }: Found): object {
  const candidate = ({ assetId, mark, frees }: SpaceCandidate): object => ({ ...named(device, assetId), frees, mark });
  return {
    ...summary,
    groups: Object.fromEntries(
      sections.map(({ section, groups }) => [
        section,
        groups.map(({ keep, stay, go }) => ({
          keep: keep === null ? null : named(device, keep),
          stay: stay.map((id) => named(device, id)),
          go: go.map(candidate),
        })),
      ]),
    ),
  };
}

function tell(device: Device, { summary, sections }: Found, io: Io): void {
  const { deleted, unmeasured } = summary;
  const nothing = sections.every(({ groups }) => groups.length === 0);
  if (nothing && sections.length === 1) for (const { section } of sections) say(io, `${NAMES[section]}: none.`);
  else if (nothing && deleted.photos === 0) say(io, 'Nothing was found that would free room.');
  if (deleted.photos > 0)
    say(io, `Recently Deleted: ${countWords(deleted.photos, 'photo')}, ${sizeWords(deleted.frees)}. Free them: rollcall trash empty`);
  for (const { section, groups, more } of sections) {
    if (groups.length === 0) continue;
    const { photos, frees } = summary.sections[section];
    say(io, `${NAMES[section]}: ${countWords(photos, section === 'videos' ? 'video' : 'photo')}, ${sizeWords(frees)}.`);
    for (const { keep, stay, go } of groups) {
      for (const each of go) say(io, `  ${line(device, each.assetId)}\t${freesWords(each)}`);
      for (const id of keep === null ? [] : [keep, ...stay])
        say(io, `    like ${line(device, id)}, which ${id === keep ? 'is to be kept' : 'you hold by'}`);
    }
    if (more) say(io, `  There are more: rollcall cloud-space ${section}`);
  }
  if (unmeasured > 0)
    say(
      io,
      `${countWords(unmeasured, 'picture')} ${unmeasured === 1 ? 'is' : 'are'} still being measured; likely duplicates and blurred photos among them come later.`,
    );
  if (!nothing) {
    say(io, 'Look at each before it goes. Move photos to Recently Deleted: rollcall cloud-space trash ID… Take that back: rollcall undo');
    say(io, 'Their room is free when Recently Deleted is emptied, or after 30 days: rollcall trash empty');
  }
}

function line(device: Device, assetId: string): string {
  const { fileName, bytes } = named(device, assetId);
  return `${assetId}\t${fileName ?? '(not told to this device yet)'}\t${sizeWords(bytes)}`;
}

function freesWords({ frees, mark, shared }: SpaceCandidate): string {
  const held = mark === null ? '' : mark === 'favourite' ? '; a favourite' : '; in an album';
  if (frees === 0 && shared.length > 0) return `frees nothing: the same bytes are kept for another photo${held}`;
  return `frees ${sizeWords(frees)}${held}`;
}

/** Moves photos to Recently Deleted, everywhere. All of them, or none where one is not known. */
export async function cloudSpaceTrash(options: ViewOptions & { readonly ids: readonly string[] }, io: Io): Promise<number> {
  const device = openDevice(options.home);
  if (!device) return notLinked(io, options.home);
  try {
    await takeStock(device);
    const { store } = device;
    const ids = [...new Set(options.ids.map((id) => store.resolve(id)))];
    const unknown = ids.filter((id) => store.remote(id)?.asset.state !== 'live');
    if (unknown.length > 0) {
      complain(io, `not a photo of the library, or deleted already: ${unknown.join(', ')}. Nothing was moved. See: rollcall cloud-space`);
      return EXIT.usage;
    }
    const photos = ids.map((id) => named(device, id));
    const bytes = bytesOnce(ids.map((id) => store.remote(id)));
    const delivered = await deliver(
      device,
      ids.map((assetId) => ({ name: 'asset.trash' as const, args: { assetId } })),
    );
    return answer(options, io, delivered, { trashed: photos, bytes }, movedWords(photos.length, bytes));
  } finally {
    device.close();
  }
}
