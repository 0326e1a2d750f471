/** What a device keeps, newest step last; each runs once, in one transaction, and is never rewritten. */
export const STEPS: readonly string[] = [
  `
  create table meta (key text primary key, value text not null) without rowid;
  create table remote (
    key text primary key, type text not null, asset_id text not null, seq integer not null, entity text not null
  ) without rowid;
  create index remote_by_asset on remote (asset_id, type);
  create table remote_hash (resource_id text primary key, hash text not null, asset_id text not null, role text not null, removed integer not null) without rowid;
  create index remote_hash_by_hash on remote_hash (hash);
  create table local (
    key integer primary key autoincrement, path text not null unique, size integer not null, mtime_ms real not null, stamp text not null,
    racy integer not null default 0, hash text, kind text, mime text not null default '', excluded text, missing_since integer,
    gone integer not null default 0, new_here integer not null, first_seen integer not null, asset_id text, base_hash text,
    agreed_at integer, wanted_name text not null, written_name text not null, fields text, trouble text
  );
  create index local_by_asset on local (asset_id);
  create index local_by_hash on local (hash);
  create table base (asset_id text primary key, path text not null, hash text not null, agreed_at integer not null) without rowid;
  create table incoming (asset_id text primary key, since integer not null, trouble text) without rowid;
  create table placing (path text primary key, asset_id text not null, hash text not null, wanted_name text not null) without rowid;
  create table outbox (
    n integer primary key, name text not null, asset_id text not null, hash text, body text not null, mutation_hash text not null,
    result text, made_at integer not null
  );
  `,
  `
  -- When the bytes were last read and found right (milliseconds), and the bytes that a disk gave instead.
  alter table local add column hashed_at integer;
  alter table local add column rotted text;
  create index local_by_missing on local (missing_since) where missing_since is not null;
  create index local_by_hashed on local (hashed_at) where hash is not null and excluded is null;
  `,
  // A new device hears of a hundred thousand photos at once. Rows in the order in which they came, and one tree for the
  // hashes, write a fifth of what rows in the order of their random ids did.
  `
  alter table remote rename to remote_by_key;
  drop index remote_by_asset;
  create table remote (key text primary key, type text not null, asset_id text not null, seq integer not null, entity text not null);
  insert into remote select key, type, asset_id, seq, entity from remote_by_key order by seq;
  drop table remote_by_key;
  create index remote_resources on remote (asset_id) where type = 'resource';
  alter table remote_hash rename to remote_hash_by_id;
  drop index remote_hash_by_hash;
  create table remote_hash (
    hash text not null, resource_id text not null, asset_id text not null, role text not null, removed integer not null,
    primary key (hash, resource_id)
  ) without rowid;
  insert into remote_hash select hash, resource_id, asset_id, role, removed from remote_hash_by_id;
  drop table remote_hash_by_id;
  `,
  `
  alter table local add column held integer not null default 0;
  create index local_held on local (held) where held = 1;
  create table let_through (asset_id text primary key, path text not null, at integer not null) without rowid;
  `,
  `
  -- Bytes that were deleted before: a person was asked about them, or said that they stay deleted.
  create table deleted_before (hash text primary key, word text not null, at integer not null) without rowid;
  create index local_unbound on local (hash) where asset_id is null;
  create index remote_hash_companions on remote_hash (asset_id, hash) where removed = 0 and role in ('live-video', 'raw', 'alternate', 'audio');
  `,
  `
  create index local_by_base on local (base_hash) where base_hash is not null;
  `,
  `
  -- Live assets that the server knew, and after it was put back from a backup knows no more.
  create table forgotten (
    asset_id text primary key, original text not null, size integer not null, asset text not null, since integer not null
  ) without rowid;
  `,
  `
  -- Of a compressed stand-in: which asset it belongs to and which bytes it stands for, as JSON.
  alter table local add column stand_in text;
  `,
  `
  -- Files that hold data of photos: no photos, and yet read.
  create index local_sidecars on local (path) where excluded = 'not-a-photo' and hash is not null;
  -- Before, nobody asked what they are: they are read again.
  update local set excluded = null where excluded = 'not-a-photo' and asset_id is null and mime not in ('a link', 'not a file')
    and (path like '%.aae' or path like '%.xmp' or path like '%.json');
  `,
  `
  -- Bytes of all files that are here, kept as they come and go: it is asked before each download.
  create table bytes_here (bytes integer not null);
  insert into bytes_here select coalesce(sum(size), 0) from local where missing_since is null;
  create trigger bytes_came after insert on local when new.missing_since is null
    begin update bytes_here set bytes = bytes + new.size; end;
  create trigger bytes_went after delete on local when old.missing_since is null
    begin update bytes_here set bytes = bytes - old.size; end;
  create trigger bytes_changed after update of size, missing_since on local
    when old.size <> new.size or (old.missing_since is null) <> (new.missing_since is null)
    begin
      update bytes_here set bytes = bytes
        + case when new.missing_since is null then new.size else 0 end - case when old.missing_since is null then old.size else 0 end;
    end;
  create index local_stand_ins on local (asset_id) where stand_in is not null;
  `,
  `
  -- Originals that are about to give way to their compressed versions: each by its file, and what takes its place.
  create table giving_way (key integer primary key, asset_id text not null, original text not null, path text not null, hash text not null);
  `,
];
