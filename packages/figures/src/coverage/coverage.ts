import { type Instant, inWords, isWithin, type Message, say } from '@cchc/domain'
import type { Store, StreamCompletion } from '@cchc/store'
import { loadOrganisations } from '../organisations/organisation-tree.ts'
import type { StatedPart } from '../stated/stated-sum.ts'
import { type Days, type Gap, gapsOfStream, nothing, waitingAtGate } from './gap.ts'
import { gapsOfHeld, type HeldQuery } from './held-days.ts'

/** Which records figures are counted from. */
export type CountedRecords = 'dossiers' | 'procedures'

/** What sources have read of the records that figures are counted from. */
export interface Coverage {
  /** What is missing of days (absent = as it stands) of some organisations; empty = nothing. */
  gaps(records: CountedRecords, days?: Days, of?: CoveredUnits): readonly Gap[]
}

/** Of whom coverage is asked: an organisation with all below it, but for units whose figures are stated. */
export type CoveredUnits = Pick<HeldQuery, 'organisation' | 'stated'>

/** Whose coverage, and when it is looked at. */
export interface CoverageQuery {
  readonly now: Instant
  readonly sources?: readonly string[] | undefined
}

const ENTITIES = { dossiers: 'dossier', procedures: 'procedure' } as const

const NOBODY: Readonly<Record<CountedRecords, Message>> = {
  dossiers: say('No source brings dossiers.'),
  procedures: say('No source brings procedures.'),
}

/** Reads from when to when each source has been read whole; sources that are gone owe nothing more. */
export async function openCoverage(
  store: Pick<Store, 'listCompletions' | 'listRecords'>,
  { now, sources }: CoverageQuery,
): Promise<Coverage> {
  const known = (await store.listCompletions()).filter(
    ({ source, apart }) => sources?.includes(source) ?? !apart,
  )
  const streams = known.filter(({ retired }) => !retired)
  const isHeld = streams.some(({ covered }) => covered?.held)
  const names = isHeld ? await loadOrganisations(store) : undefined
  const nameOf = (code: string) => names?.describe(code).name ?? code
  return {
    gaps(records, days, of = {}) {
      const own = streams.filter(
        ({ covered, entity }) => (covered?.entity ?? entity) === ENTITIES[records],
      )
      const stating = records === 'dossiers' ? streams.filter(statesCounts) : []
      const waiting = waitingOf(known.filter((stream) => isBehind(stream, records)))
      if (own.length === 0 && stating.length === 0) return [nothing(NOBODY[records])]
      const unread = own.flatMap((stream) => [
        ...gapsOfStream(stream, { days, now }),
        ...heldGaps(stream, { days, nameOf, ...of }),
      ])
      return [...unread, ...waiting]
    },
  }
}

/** Whether figures of those records are counted from a stream. */
function isBehind(stream: StreamCompletion, records: CountedRecords): boolean {
  const entity = stream.covered?.entity ?? stream.entity
  return entity === ENTITIES[records] || (records === 'dossiers' && statesCounts(stream))
}

/** One for each source whose gate is closed, also where it is gone from the configuration. */
function waitingOf(streams: readonly StreamCompletion[]): readonly Gap[] {
  const gates = new Map(streams.flatMap(({ source, gate }) => (gate ? [[source, gate]] : [])))
  return [...gates.values()].map(waitingAtGate)
}

function heldGaps(
  { source, covered }: StreamCompletion,
  { days, ...of }: Omit<HeldQuery, 'source' | 'days'> & { readonly days: Days | undefined },
): readonly Gap[] {
  return days && covered?.held ? gapsOfHeld(covered.held, { source, days, ...of }) : []
}

/** Whether a stream states counts instead of bringing dossiers. */
function statesCounts({ covered, entity }: StreamCompletion): boolean {
  return (covered?.entity ?? entity) === 'dossier-count'
}

const LAST_DAY = 2 ** 31 - 2

/** That no source ever had a dossier of the organisation, where its figures are all zero; nobody's figure is never 0. */
export async function gapsOfUnit(
  store: Pick<Store, 'ledger'>,
  {
    organisation,
    sources,
    stated,
  }: {
    readonly organisation?: string | undefined
    readonly sources?: readonly string[] | undefined
    /** What of the figures is stated by sources. */
    readonly stated?: StatedPart | undefined
  },
  counts: Readonly<Record<string, number>>,
): Promise<readonly Gap[]> {
  if (stated?.sources.length || Object.values(counts).some((count) => count !== 0)) return []
  const ofSources = sources === undefined ? {} : { sources }
  const cells = await store.ledger({ ...ofSources, from: LAST_DAY, to: LAST_DAY, byDay: false })
  const isKnown = cells.some(({ organisationCode }) => isWithin(organisationCode, organisation))
  return isKnown ? [] : [nothing(say('No source has any dossier of this organisation.'))]
}

/** What is missing of procedures as they stand; where none is counted, nobody gives any. */
export function gapsOfProcedures(coverage: Coverage, counted: number): readonly Gap[] {
  const gaps = coverage.gaps('procedures')
  if (counted > 0 || gaps.some(({ isAll }) => isAll)) return gaps
  return [
    ...gaps,
    nothing(say('No source has procedures of this organisation that can be counted.')),
  ]
}

/** What gaps say, each sentence once. */
export function saidOf(gaps: readonly Gap[]): readonly Message[] {
  return [...new Map(gaps.map(({ message }) => [inWords(message), message])).values()]
}
