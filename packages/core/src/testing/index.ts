export * from '../cloud/testing/tables.contract.ts';
export * from '../device/testing/store.contract.ts';
