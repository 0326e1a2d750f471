import type { RoomMigrations } from '../database.ts';
import { pictureSizes } from './withdrawn.ts';

const TOLD = `
    ALTER TABLE rendition_attempts ADD COLUMN told INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX rendition_told ON rendition_attempts (told) WHERE state <> 'started';
    `;

/** What was tried for which resource, so that a file that hurt a worker is not tried for ever, across restarts too. */
export const renditionMigrations: RoomMigrations = {
  room: 'renditions',
  withdrawn: pictureSizes(TOLD),
  steps: [
    `
    CREATE TABLE rendition_attempts (
      library TEXT NOT NULL,
      asset TEXT NOT NULL,
      -- The resource the picture is of.
      resource TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('started', 'ready', 'unavailable')),
      attempts INTEGER NOT NULL,
      placeholder TEXT,
      words TEXT,
      -- The server's clock, milliseconds since 1970.
      at INTEGER NOT NULL,
      PRIMARY KEY (library, asset, resource)
    ) WITHOUT ROWID;
    `,
    // What was not installed when a picture could not be made; 'newer' for what only a newer version than that one can draw.
    `
    ALTER TABLE rendition_attempts ADD COLUMN lacks TEXT;
    UPDATE rendition_attempts SET lacks = 'ffmpeg' WHERE state = 'unavailable' AND words LIKE '%ffmpeg is not installed%';
    UPDATE rendition_attempts SET lacks = 'newer' WHERE state = 'unavailable' AND words LIKE '%this kind of file yet%';
    -- Sixteen hexadecimal digits, by which similar pictures can be found.
    ALTER TABLE rendition_attempts ADD COLUMN likeness TEXT;
    CREATE INDEX rendition_lacks ON rendition_attempts (lacks) WHERE lacks IS NOT NULL;
    `,
    // What is made when somebody asks for it, and kept while there is room.
    `
    CREATE TABLE rendition_views (
      resource TEXT NOT NULL,
      kind TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('started', 'ready', 'unavailable')),
      attempts INTEGER NOT NULL,
      bytes INTEGER NOT NULL,
      words TEXT,
      lacks TEXT,
      -- The server's clock, milliseconds since 1970.
      used INTEGER NOT NULL,
      PRIMARY KEY (resource, kind)
    ) WITHOUT ROWID;
    `,
    // 1: there is a film inside the photo's file.
    `
    ALTER TABLE rendition_attempts ADD COLUMN moves INTEGER NOT NULL DEFAULT 0;
    `,
    // How sharp a picture is, 0 to 1000; -1: that cannot be told; null: it was made before this was measured. screenshot: 1: its file says so.
    `
    ALTER TABLE rendition_attempts ADD COLUMN sharpness INTEGER;
    ALTER TABLE rendition_attempts ADD COLUMN screenshot INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX rendition_unmeasured ON rendition_attempts (at) WHERE state = 'ready' AND sharpness IS NULL;
    `,
    // As of which count of `READS` the library was told what the original says; 0: before that was counted, or not at all.
    TOLD,
    // Which view nobody looked at for longest.
    `
    CREATE INDEX rendition_views_by_use ON rendition_views (used) WHERE state = 'ready';
    `,
    // 1: its picture ended a worker, or the server, and nothing else is made of the file.
    `
    ALTER TABLE rendition_attempts ADD COLUMN hurt INTEGER NOT NULL DEFAULT 0;
    UPDATE rendition_attempts SET hurt = 1 WHERE state = 'unavailable' AND lacks IS NULL
      AND (words LIKE '%made the program that draws pictures fail%' OR words LIKE '%drawing one took too %');
    CREATE INDEX rendition_hurt ON rendition_attempts (resource) WHERE hurt = 1;
    `,
  ],
};
