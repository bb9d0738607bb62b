export * from './faults.ts'
export {
  MISBEHAVIOURS,
  misbehaviour,
} from './misbehaviour/misbehaviours.ts'
export { nationalHandlers } from './national/handlers.ts'
export type { NationalOptions } from './national/options.ts'
export { dossierJson, dossierXml } from './opencps/dossier-record.ts'
export { type OpenCpsOptions, openCpsHandlers } from './opencps/handlers.ts'
export { type OpenCpsQuirks, withDefaults } from './opencps/quirks.ts'
export { PAGING_FAULTS, type PagingFault } from './paging.ts'
export { type ServedPortals, servePortals } from './serve.ts'
export { worldAt } from './world/at-time.ts'
export { dakNongWorld } from './world/dak-nong.ts'
export type { Divergence } from './world/divergence.ts'
export { nationalView, provinceView } from './world/divergent-views.ts'
export { smallWorld } from './world/small.ts'
export { withoutOne } from './world/without-one.ts'
export * from './world/world.ts'
