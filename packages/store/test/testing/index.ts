export { dumpStore, type StoreDump } from './dump-store.ts'
export { type PostgresServer, startPostgres } from './postgres.ts'
export { openQuietStore, openWatchedStore, type StoreWatch } from './watched-store.ts'
export { wrongLedgerCell } from './wrong-ledger-cell.ts'
