import {
  Account,
  Alias,
  ApiError,
  Asset,
  ChangesPage,
  Counts,
  Device,
  LibrarySummary,
  Mutation,
  MutationResult,
  Poke,
  Reason,
  Rendition,
  Resource,
  RollEntry,
  UploadFinished,
} from '@rollcall/protocol';
import { z } from 'zod';

/** A refusal that is a problem document as well (RFC 9457), as uploads answer it. */
const Problem = ApiError.extend({
  type: z.string(),
  title: z.string(),
  'expected-offset': z.number().int().optional(),
  'provided-offset': z.number().int().optional(),
});

/** The schemas that have a name of their own in the document; the others are told where they are used. */
export const MODELS = z.registry<{ id: string }>();

for (const [id, schema] of Object.entries({
  Account,
  Alias,
  ApiError,
  Asset,
  ChangesPage,
  Counts,
  Device,
  LibrarySummary,
  Mutation,
  MutationResult,
  Poke,
  Problem,
  Reason,
  Rendition,
  Resource,
  RollEntry,
  UploadFinished,
}))
  MODELS.add(schema, { id });
