import { COMPANION_ROLES } from '@rollcall/protocol';

const COMPANIONS = COMPANION_ROLES.map((role) => `'${role}'`).join(', ');

/** The originals of an asset have these bytes and no others; they have these and others. Else they have not these. */
const ONLY_THESE = 2;
const ALSO_OTHERS = 1;

/**
 * Keys of files that are not plainly in sync. A file is, when it is here, read, agreed on and undisturbed, nothing is queued for its
 * asset, and that is live and either shows these very bytes, unedited, under the name that was written, or has them as a companion.
 * Of such a file the planner says nothing, whatever stands between the device and the server (a test holds it to that); of all others
 * it is asked. So what a count costs follows what is not in sync, and not the size of the library.
 */
export const TO_PLAN = `
  select key from local where
    excluded is not null or missing_since is not null or trouble is not null or rotted is not null
    or hash is null or asset_id is null or base_hash is null or hash <> base_hash
    or asset_id in (select asset_id from outbox)
    or not exists (
      select 1 from remote asset where asset.key = 'asset:' || local.asset_id and asset.entity ->> '$.state' = 'live'
        and asset.entity ->> '$.rendering' is null
        and case (
          select min(its.entity ->> '$.hash' = local.hash) + max(its.entity ->> '$.hash' = local.hash) from remote its
          where its.type = 'resource' and its.asset_id = local.asset_id and its.entity ->> '$.role' = 'original' and its.entity ->> '$.removed' = 0
        )
          when ${ONLY_THESE} then
            asset.entity ->> '$.fileName' = local.wanted_name
            and (local.path = local.written_name or substr(local.path, -1 - length(local.written_name)) = '/' || local.written_name)
          when ${ALSO_OTHERS} then 0
          else exists (
            select 1 from remote_hash its where its.hash = local.hash and its.asset_id = local.asset_id and its.removed = 0 and its.role in (${COMPANIONS})
          )
        end
    )
`;

/** Photos by state, and the bytes of all that is not purged, the same bytes once: as `LibrarySummary` counts. */
export const LIBRARY_SUMS = `
  select
    (select count(*) from remote where type = 'asset' and entity ->> '$.state' = 'live') as assets,
    (select coalesce(sum(size), 0) from (
      select max(resource.entity ->> '$.size') as size from remote resource
      join remote asset on asset.key = 'asset:' || resource.asset_id and asset.entity ->> '$.state' <> 'purged'
      where resource.type = 'resource' and resource.entity ->> '$.removed' = 0 group by resource.entity ->> '$.hash'
    )) as bytes,
    (select count(*) from remote where type = 'asset' and entity ->> '$.state' = 'trashed') as trashed
`;
