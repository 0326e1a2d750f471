import type { RoomMigrations } from '../database.ts';

/** The first step is what the accounts library asks for (its own plan of tables, written down so that steps never change). */
export const accountMigrations: RoomMigrations = {
  room: 'accounts',
  steps: [
    `
    CREATE TABLE "user" ("id" text not null primary key, "name" text not null, "email" text not null unique, "emailVerified" integer not null, "image" text, "createdAt" date not null, "updatedAt" date not null);
    CREATE TABLE "session" ("id" text not null primary key, "expiresAt" date not null, "token" text not null unique, "createdAt" date not null, "updatedAt" date not null, "ipAddress" text, "userAgent" text, "userId" text not null references "user" ("id") on delete cascade);
    CREATE TABLE "account" ("id" text not null primary key, "accountId" text not null, "providerId" text not null, "userId" text not null references "user" ("id") on delete cascade, "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" date, "refreshTokenExpiresAt" date, "scope" text, "password" text, "createdAt" date not null, "updatedAt" date not null);
    CREATE TABLE "verification" ("id" text not null primary key, "identifier" text not null, "value" text not null, "expiresAt" date not null, "createdAt" date not null, "updatedAt" date not null);
    CREATE INDEX "session_userId_idx" on "session" ("userId");
    CREATE INDEX "account_userId_idx" on "account" ("userId");
    CREATE INDEX "verification_identifier_idx" on "verification" ("identifier");
    `,
    `
    CREATE TABLE owners (account_id TEXT PRIMARY KEY) WITHOUT ROWID;
    CREATE TABLE devices (
      id TEXT PRIMARY KEY,
      account_id TEXT NOT NULL,
      library_id TEXT NOT NULL,
      name TEXT NOT NULL,
      kind TEXT NOT NULL,
      platform TEXT NOT NULL,
      version TEXT NOT NULL,
      -- SHA-256 of a device's token; a browser has a session instead.
      token_hash TEXT UNIQUE,
      session_id TEXT UNIQUE,
      created_at INTEGER NOT NULL,
      last_seen_at INTEGER,
      -- Kept as a name for history, and so that the device learns why it is refused.
      revoked_at INTEGER
    ) WITHOUT ROWID;
    CREATE INDEX devices_by_account ON devices (account_id);
    `,
    `
    -- Where the device last asked from.
    ALTER TABLE devices ADD COLUMN last_address TEXT;
    -- Codes by which a device asks to be let in (RFC 8628); gone when they have expired.
    CREATE TABLE device_codes (
      -- SHA-256 of the device's secret; a keyed hash of what the person types.
      device_hash TEXT PRIMARY KEY,
      user_hash TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      kind TEXT NOT NULL,
      platform TEXT NOT NULL,
      version TEXT NOT NULL,
      address TEXT NOT NULL,
      asked_at INTEGER NOT NULL,
      expires_at INTEGER NOT NULL,
      -- waiting, approved, denied, used
      state TEXT NOT NULL,
      account_id TEXT,
      library_id TEXT,
      device_id TEXT
    ) WITHOUT ROWID;
    CREATE INDEX device_codes_by_address ON device_codes (address, state);
    `,
  ],
};
