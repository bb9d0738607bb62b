import { readCursor } from '@cchc/connector-kit'
import { isPositionAhead } from '@cchc/domain'
import type { AskedDays } from '@cchc/store'
import type { StreamPass } from '../pass.ts'

/** From where a stream is read. */
export interface StartingPlace {
  readonly cursor: unknown
  /** Behind the parts of a split that is under way; undefined = none is. */
  readonly rest?: unknown
  /** Whether another split may be begun. */
  readonly maySplit: boolean
}

/** Where the last reading was broken off: in the parts of a split, at a position, or at the beginning of everything. */
export async function startingPlace(pass: StreamPass): Promise<StartingPlace> {
  const split = await splitUnderWay(pass)
  if (typeof split === 'object') return { ...split, cursor: undefined, maySplit: false }
  const maySplit = split === undefined
  return { cursor: await startingCursor(pass, { isKept: !maySplit }), maySplit }
}

/** The days that a person asked for; null = a whole pass. */
export function askedDays({ from, to }: Pick<StreamPass, 'from' | 'to'>): AskedDays {
  return { from: from ?? null, to: to ?? null }
}

type SplitUnderWay = { readonly rest: unknown } | 'of a whole pass' | undefined

/** A reading of days that a person asks for leaves the split of a whole pass alone; any other takes its place. */
async function splitUnderWay(pass: StreamPass): Promise<SplitUnderWay> {
  const { run, name, spec, stream, full } = pass
  if (full || !stream.windows || !run.settings.parts) return undefined
  const saved = await run.writer.split(name)
  if (!saved) return undefined
  const asked = askedDays(pass)
  const isSame = saved.asked.from === asked.from && saved.asked.to === asked.to
  if (!isSame && !isLimited(saved.asked)) return 'of a whole pass'
  if (isSame && !isPositionAhead(saved.rest.cursor, run.settings.now())) {
    const read = readCursor(spec, saved.rest, name)
    if ('cursor' in read) return { rest: read.cursor }
    await run.writer.warn(read.unusable)
  }
  await run.writer.endSplit(name, 'given up')
  return undefined
}

function isLimited({ from, to }: AskedDays): boolean {
  return from !== null || to !== null
}

/** `isKept`: where there is no position yet, what another reading has begun stays. */
async function startingCursor(
  { run, name, spec, full }: StreamPass,
  { isKept }: { readonly isKept: boolean },
): Promise<unknown> {
  const { writer } = run
  const saved = full ? undefined : await writer.position(name)
  if (saved && !isPositionAhead(saved.cursor, run.settings.now())) {
    const read = readCursor(spec, saved, name)
    if ('cursor' in read) return read.cursor
    await writer.warn(read.unusable)
  }
  if (saved || !isKept) await writer.reset(name)
  return undefined
}
