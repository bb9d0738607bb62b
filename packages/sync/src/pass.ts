import type { OpenStream, StreamSpec } from '@cchc/connector-kit'
import { dayNumberOf, dayText } from '@cchc/domain'
import type { ActiveRun, Traffic } from './active-run.ts'

/** One stream of a run, and how it is to be read. */
export interface StreamPass {
  readonly run: ActiveRun
  readonly name: string
  readonly spec: StreamSpec
  readonly stream: OpenStream
  readonly traffic: () => Traffic
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly full: boolean
  readonly acceptRemovals: boolean
}

/**
 * Days that a person asked for are no whole pass: nothing is fresher or reaches further by them. A stream whose removals
 * show by absence is read whole all the same.
 */
export function readsWhole({ spec, from, to }: Pick<StreamPass, 'spec' | 'from' | 'to'>): boolean {
  return isStaged(spec) || (from === undefined && to === undefined)
}

/**
 * An absent record of a limited pass is not a removed one, so such streams are always read whole. Nothing is asked for
 * of days to come: a portal has nothing of them, or zeros.
 */
export function requestOf({ spec, from, to, run }: StreamPass, cursor: unknown) {
  const today = dayText(dayNumberOf(run.settings.now()))
  const last = to && [to, today].toSorted()[0]
  const days = isStaged(spec) ? {} : { from, to: last }
  return { cursor: cursor as undefined, ...days }
}

/** Records of a pass that is staged are the store's only when the whole pass is. */
export function isStaged({ deletes }: StreamSpec): boolean {
  return deletes === 'absence'
}
