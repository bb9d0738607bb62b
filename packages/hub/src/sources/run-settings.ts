import { type Http, keepSecrets, redactLog, type SecretKeeper } from '@cchc/connector-kit'
import type { PartsSettings, RunSettings, WritingSettings } from '@cchc/sync'
import type { HubContext } from '../context.ts'
import { tracedHttp } from '../tracing/traced-http.ts'
import type { ConfiguredSource, ReadSource } from './configured-source.ts'
import { type OpenedConnector, type Outside, openSource, secretsOfSource } from './open-source.ts'

interface ReadSettings extends Omit<RunSettings, 'trigger'> {
  readonly parts: PartsSettings
  open(signal: AbortSignal, now: () => number): OpenedConnector
}

/** What a run or a check of a source that is read needs. */
export function settingsOf(
  hub: HubContext,
  source: ReadSource,
  through?: (http: Http) => Http,
): ReadSettings {
  const secrets = keepSecrets(secretsOfSource(source))
  const settings = writingSettingsOf(hub, source, secrets)
  const { log } = settings
  const opened = (how: Pick<Outside, 'signal' | 'now' | 'share'>) => {
    const traced = tracedHttp(hub.tracing)
    const both = (http: Http) => traced(through?.(http) ?? http)
    return openSource(source, { ...how, log, secrets, through: both })
  }
  return {
    ...settings,
    parts: {
      atOnce: atOnceOf(hub, source),
      claim: (request) => hub.store.claimPart(request),
      open: (signal, now, share) => opened({ signal, now, share }),
    },
    open: (signal, now) => opened({ signal, now }),
  }
}

/** Each needs one request at a time. */
function atOnceOf({ config }: HubContext, source: ReadSource): number {
  const { backfillWorkers } = config.sync
  return source.kind === 'http'
    ? Math.min(backfillWorkers, source.config.http.concurrency)
    : backfillWorkers
}

/** What every run of a source needs, whether it is read or sends by itself. */
export function writingSettingsOf(
  { store, config, log, now }: HubContext,
  { id, connector, drift, gate }: ConfiguredSource,
  { redact }: SecretKeeper,
): Omit<WritingSettings, 'trigger'> {
  const { commitRows, commitSeconds } = config.sync
  return {
    store,
    connector,
    sourceId: id,
    drift,
    log: redactLog(log, redact),
    redact,
    now,
    gate: gate === 'off' ? undefined : gate,
    limits: { rows: commitRows, milliseconds: commitSeconds * 1000 },
  }
}
