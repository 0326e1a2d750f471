import { test } from 'node:test';
import { actionRules } from './contract/actions.contract.ts';
import { albumRules } from './contract/albums.contract.ts';
import { bytesRules } from './contract/bytes.contract.ts';
import { chainRules } from './contract/chains.contract.ts';
import { cursorRules } from './contract/cursors.contract.ts';
import { editPairRules } from './contract/edit-pairs.contract.ts';
import { feedRules } from './contract/feed.contract.ts';
import { pairRules } from './contract/pairs.contract.ts';
import { renditionRules } from './contract/pictures.contract.ts';
import { purgedRules } from './contract/purged.contract.ts';
import { returningRules } from './contract/returning.contract.ts';
import { settle, type Rule, type StoreUnderTest } from './contract/setting.testing.ts';
import { trashRules } from './contract/trash.contract.ts';

export type { StoreUnderTest };

/** The rules every adapter of `LibraryStore` keeps. */
export function libraryStoreContract(name: string, open: () => Promise<StoreUnderTest>): void {
  const rule: Rule = (title, body) => {
    test(`${title} (${name})`, async () => {
      const under = await open();
      try {
        await body(await settle(under));
      } finally {
        await under.close();
      }
    });
  };
  feedRules(rule);
  cursorRules(rule);
  chainRules(rule);
  actionRules(rule);
  albumRules(rule);
  bytesRules(rule);
  pairRules(rule);
  renditionRules(rule);
  editPairRules(rule);
  trashRules(rule);
  purgedRules(rule);
  returningRules(rule);
}
