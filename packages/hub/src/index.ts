export {
  type BulletinLetter,
  csvText,
  renderBulletin,
  renderListSheet,
  renderReport,
} from '@cchc/forms'
export { configJsonSchema } from './config/config-json-schema.ts'
export { configTemplate } from './config/config-template.ts'
export type { UnreadColumn } from './config/folder-columns.ts'
export { initConfig } from './config/init-config.ts'
export { type FoundInFolder, initFrom } from './config/init-from.ts'
export type { LogSettings } from './config/log-settings.ts'
export { CONFIG_FILE } from './config/read-config.ts'
export { givenStoreUrl } from './config/store-url.ts'
export { type Hub, type OpenHubOptions, openHub } from './hub.ts'
export { importSuccessions } from './organisations/import-successions.ts'
export type { SlotEvent } from './schedules/slot-event.ts'
export type { DryRun } from './sources/dry-run-answer.ts'
export { type Inbox, InboxAnswer } from './sources/inbox-answer.ts'
export type { QuarantinedRecord } from './sources/refusal-answer.ts'
export type { Run } from './sources/run-answer.ts'
export type { SyncProgress } from './sources/watch.ts'
