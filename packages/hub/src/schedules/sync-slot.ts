import { setTimeout as pause } from 'node:timers/promises'
import { type AppError, isAppError, messageOf, say, type Text } from '@cchc/domain'
import type { HeldSlot, Run, Slot } from '@cchc/store'
import { runSource } from '@cchc/sync'
import type { ScheduledWork } from '../config/schedule-settings.ts'
import type { HubContext } from '../context.ts'
import { chooseSources } from '../sources/choose-sources.ts'
import { isRead, type ReadSource } from '../sources/configured-source.ts'
import { settingsOf } from '../sources/run-settings.ts'
import type { Watch } from '../sources/watch.ts'
import { watchedRun } from '../sources/watched-run.ts'
import { awayStep, failedStep, laterStep, type Step } from './step.ts'

type SyncWork = Extract<ScheduledWork, { kind: 'sync' }>
type Signalled = Watch & { readonly signal: AbortSignal }

/** How long a slot waits for a source that another run holds. */
const BUSY_MS = 10_000

/** Reads the sources of a slot that no run of it has read yet, one after the other. Throws RunConflict when the slot is lost. */
export async function syncSlot(
  hub: HubContext,
  { slot, work }: { readonly slot: HeldSlot & Slot; readonly work: SyncWork },
  watch: Signalled,
): Promise<Step> {
  const begun = await hub.store.listSlotRuns(slot)
  const runs: Run[] = []
  const busy: AppError[] = []
  for (const source of sourcesOf(hub, work)) {
    if (watch.signal.aborted) return laterStep(hub.now())
    const before = begun.find((one) => one.source === source.id)
    if (before && ENDED.has(before.status)) continue
    // A run that goes on after another of the same slot must not begin anew.
    const how = { ...watch, slot, full: work.full && before === undefined }
    const run = await runOrBusy(hub, source, how)
    if (isAppError(run)) busy.push(run)
    else runs.push(run)
  }
  if (watch.signal.aborted) return laterStep(hub.now())
  return stepOf({ hub, slot, runs, busy })
}

const ENDED: ReadonlySet<string> = new Set(['done', 'partial'])

function sourcesOf({ config }: HubContext, { sources }: SyncWork): readonly ReadSource[] {
  return chooseSources(config, sources === 'all' ? undefined : sources).filter(isRead)
}

async function runOrBusy(
  hub: HubContext,
  source: ReadSource,
  how: Signalled & { readonly slot: HeldSlot; readonly full: boolean },
): Promise<Run | AppError> {
  const { slot, full, signal, onProgress } = how
  try {
    const settings = {
      ...settingsOf(hub, source),
      ...{ trigger: 'schedule' as const, slot, full, signal, pause },
      ...(onProgress && { onProgress }),
    }
    return await watchedRun(hub, settings, runSource)
  } catch (thrown) {
    if (!isAppError(thrown, 'run_conflict')) throw thrown
    await hub.store.keepSlot(slot)
    return thrown
  }
}

function stepOf(one: {
  readonly hub: HubContext
  readonly slot: Slot
  readonly runs: readonly Run[]
  readonly busy: readonly AppError[]
}): Step {
  const { hub, slot, runs, busy } = one
  const told = runs.flatMap(runText)
  const failed = runs.filter(({ status }) => status === 'failed')
  if (failed.length > 0) {
    const now = hub.now()
    const isAway = failed.every(({ error }) => error?.code === 'store_failed')
    return isAway ? awayStep(told, { slot, now }) : failedStep(told, { tries: slot.tries, now })
  }
  if (busy.length > 0)
    return laterStep(
      hub.now() + BUSY_MS,
      busy.map(({ said }) => said),
    )
  const state = runs.some(({ status }) => status === 'partial') ? 'partial' : 'done'
  return { ended: true, state, told, files: [] }
}

/** Why a run did not do all of it. */
function runText({ source, error, failures }: Run): Text[] {
  const reasons = error
    ? [error, ...failures.filter(({ message }) => message !== error.message)]
    : failures
  return reasons.map(({ message }) => {
    const reason = messageOf(message)
    return say('{source}: {reason}', { source, reason })
  })
}
