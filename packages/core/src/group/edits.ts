import { editedStemOf, folderOf, placeOf, stemOf } from './file-names.ts';
import type { Draft, MemberRole, Unclear } from './file.ts';
import { secondsApart } from './moments.ts';
import { byKey, leaveApart } from './tally.ts';

/** An edit keeps the date of its original, to the second. */
const APART = 2;

/** What was edited joins its original, by the names that programs give edits; never where the dates contradict. Gives what is left. */
export function joinEdits(drafts: readonly Draft[], unclear: Unclear[]): Draft[] {
  const joined = new Set<Draft>();
  const byName = byKey(drafts, ({ original }) => placeOf(folderOf(original.path), stemOf(original.path)));
  for (const edit of drafts) {
    const stem = editedStemOf(edit.original.path);
    // What has an edit of its own is an original.
    if (stem === null || isEdited(edit)) continue;
    const named = (byName.get(placeOf(folderOf(edit.original.path), stem)) ?? []).filter(
      (each) => each !== edit && !joined.has(each) && hasKind(each, edit),
    );
    const fitting = named.filter(({ original }) => (secondsApart(original.capturedAt, edit.original.capturedAt) ?? 0) <= APART);
    const [original] = fitting;
    if (original === undefined || fitting.length > 1 || isEdited(original)) {
      if (named.length > 0) leaveApart(unclear, [edit.original.path, ...named.map((each) => each.original.path)], whyNot(fitting.length));
      continue;
    }
    for (const { file, role } of edit.parts) original.parts.push({ file, role: roleInEdit(role, edit, original) });
    joined.add(edit);
  }
  return drafts.filter((each) => !joined.has(each));
}

function isEdited({ parts }: Draft): boolean {
  return parts.some(({ role }) => role === 'edited');
}

/** A picture is an edit of a picture; a film of a film, or of a Live Photo's. */
function hasKind({ original, parts }: Draft, edit: Draft): boolean {
  return original.kind === edit.original.kind || parts.some(({ role, file }) => role === 'live-video' && file.kind === edit.original.kind);
}

function roleInEdit(role: MemberRole, edit: Draft, original: Draft): MemberRole {
  if (role === 'live-video') return 'edited-video';
  if (role !== 'original') return role;
  return edit.original.kind === original.original.kind ? 'edited' : 'edited-video';
}

function whyNot(fitting: number): string {
  if (fitting === 0) return 'the name is that of an edit, and the dates are not those of one picture';
  return fitting > 1 ? 'more than one picture could be the original of this edit' : 'there is more than one edit of this picture';
}
