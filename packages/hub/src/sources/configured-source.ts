import type {
  Connector,
  FilesConnector,
  FilesSource,
  HttpConnector,
  HttpSource,
  PushConnector,
  PushSource,
} from '@cchc/connector-kit'
import type { DriftPolicy, MinistrySystem } from '@cchc/domain'
import type { GateLimits } from '@cchc/store'

interface Configured<C extends Connector, Config> {
  readonly id: string
  readonly kind: C['kind']
  readonly connector: C
  /** Read by the connector's own schema; holds secrets. */
  readonly config: Config
  readonly maxAgeHours: number
  /** Beyond which what it brings waits for a person; `off` = nothing waits. */
  readonly gate: GateLimits | 'off'
  readonly drift: DriftPolicy
  /** Whose central system it is; absent = the province's own, or a portal. */
  readonly ministry?: MinistrySystem | undefined
  /** The source into which its dossiers were moved. */
  readonly movedTo?: string | undefined
}

export type PushedSource = Configured<PushConnector, PushSource>

/** A source that is read, by a run that goes and looks. */
export type ReadSource =
  | Configured<HttpConnector, HttpSource>
  | Configured<FilesConnector, FilesSource>

/** A source that is ready to be opened. */
export type ConfiguredSource = ReadSource | PushedSource

/** Whether a source is read; the others send by themselves. */
export function isRead(source: ConfiguredSource): source is ReadSource {
  return source.kind !== 'push'
}
