export * from './contract.ts'
export { keyText } from './key-text.ts'
export { openStore, type StoreOptions } from './open-store.ts'
export type { SnapshotRules } from './run-writer.ts'
