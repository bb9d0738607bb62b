import type { Received } from '@cchc/connector-kit'
import { ConfigError, dayNumber, say } from '@cchc/domain'
import type { Run } from '@cchc/store'
import { type ActiveRun, type WritingSettings, withRun } from './active-run.ts'
import { COMMIT_LIMITS, CommitLane } from './commit-lane.ts'
import { watchShape } from './drift/shape-watch.ts'
import { createTrafficMeter } from './traffic.ts'

interface ReceiveOptions extends Omit<WritingSettings, 'trigger'> {
  readonly received: Received
  /** Of the body. */
  readonly bytes: number
}

/**
 * Commits what a portal sent, all of it or nothing, in a run of its own; the same again changes nothing. Days that it says
 * to be whole are noted as read whole. Throws RunConflict while another run holds the source.
 */
export function receivePushed(options: ReceiveOptions): Promise<Run> {
  const { stream } = options.received
  return withRun({ ...options, trigger: 'push' }, async (run) => {
    await run.outcome.watchStream(stream, () => commit(run, options))
  })
}

async function commit(run: ActiveRun, { connector, received, bytes }: ReceiveOptions) {
  const { stream, records, removed = [], whole } = received
  const spec = connector.streams[stream]
  if (!spec) {
    const values = { connector: connector.id, stream }
    throw new ConfigError(
      say('connector {connector} received for {stream}, which it has not', values),
    )
  }
  const shape = await watchShape(run, { stream, key: spec.key })
  const lane = new CommitLane({
    writer: run.writer,
    source: run.settings.sourceId,
    stream,
    spec,
    mode: 'upsert',
    cursor: undefined,
    limits: COMMIT_LIMITS,
    now: run.settings.now,
    traffic: createTrafficMeter({ traffic: () => ({ requests: 1, retries: 0, bytes }) }),
    portalBehindMs: () => 0,
    onCommitted: ({ refused }) => run.outcome.noteRefused(refused),
    onFailed: () => undefined,
    shape,
  })
  await lane.add({ records, removed, cursor: undefined, ...(whole && { whole }) })
  await lane.flush()
  await shape.end({ isWhole: true, isEverything: false, refused: lane.refusals.many })
  if (spec.entity !== 'dossier' || !whole) return
  const stated = { from: dayNumber(whole.from), to: dayNumber(whole.to) }
  await run.writer.completePass(stream, { cursor: undefined, acceptRemovals: false, stated })
}
