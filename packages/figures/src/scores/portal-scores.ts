import {
  type Day,
  isWithin,
  type Message,
  NotFoundError,
  PortalFigure,
  say,
  scoreFaults,
} from '@cchc/domain'
import type { ScoreShare } from '@cchc/domain/reconcile'
import type { Store } from '@cchc/store'
import {
  loadOrganisations,
  type NamedOrganisation,
  type OrganisationTree,
} from '../organisations/organisation-tree.ts'

/** Which scores; days are inclusive, and the windows are the portal's own. */
export interface ScoresQuery {
  readonly sources?: readonly string[] | undefined
  /** With all below it; absent = all. */
  readonly organisation?: string | undefined
  readonly from: Day
  readonly to: Day
  /** What the portal's names of the figures begin with; absent = all. */
  readonly measure?: string | undefined
  /** Figures that a score follows from where they are not named after it, by source and score. */
  readonly shares?: Readonly<Record<string, Readonly<Record<string, ScoreShare>>>> | undefined
  /** Whether a unit is there on a day: others have no place among those that are; absent = all are. */
  readonly isThere?: ((organisation: string, day: Day) => boolean) | undefined
}

/** A score as a portal states it, and what can be said of it without computing one. */
export interface StatedScoreRow {
  readonly source: string
  readonly organisation: NamedOrganisation
  readonly period: { readonly from: Day; readonly to: Day; readonly provisional: boolean }
  readonly measure: string
  readonly name: string | null
  readonly score: number | null
  readonly maximum: number | null
  readonly ratio: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  /** To the maximum, exact to a thousandth; null where the score or the maximum is not stated. */
  readonly lost: number | null
  /** Among the units of its level that the portal scores so in the period and that are there on its last day. */
  readonly rank: { readonly place: number; readonly of: number } | null
  readonly quality: string | null
  readonly remark: string | null
  readonly knownFrom: number
  /** What cannot be in it. */
  readonly findings: readonly Message[]
}

/** A score of a portal as it was found. */
interface Found {
  readonly source: string
  readonly knownFrom: number
  readonly figure: PortalFigure & { readonly scored: NonNullable<PortalFigure['scored']> }
}

/** The scores of an organisation (null = all) with all below it. */
export interface StatedScores {
  readonly organisation: NamedOrganisation | null
  readonly rows: readonly StatedScoreRow[]
}

/**
 * The scores that portals state for periods within the days, as stated and never computed; by source, period, organisation
 * and measure. Throws NotFoundError where none is stated.
 */
export async function portalScores(store: Store, query: ScoresQuery): Promise<StatedScores> {
  const { organisation, measure = '', isThere = () => true } = query
  const names = await loadOrganisations(store)
  const named = names.asked(organisation)
  const { scores, parts } = await loadScores(store, query)
  const there = scores.filter(({ figure: { organisationCode, to } }) =>
    isThere(organisationCode, to),
  )
  const ranks = ranksOf(there, names)
  const rows = scores
    .filter(({ figure }) => isWithin(figure.organisationCode, organisation))
    .filter((one) => one.figure.measure.startsWith(measure))
    .map((one) => rowOf(one, { names, parts, shares: query.shares, rank: ranks.get(one) ?? null }))
  if (rows.length > 0) return { organisation: named, rows: rows.toSorted(byPlace) }
  throw noScores(query)
}

/** That no portal states a score within the days. */
export function noScores({ from, to }: Pick<ScoresQuery, 'from' | 'to'>): NotFoundError {
  return new NotFoundError(
    say('No portal states scores for a period within {from}..{to}', { from, to }),
    {
      fix: say(
        'Sync the national portal first; its figures are of calendar periods: years, and quarters and months where reporting.periods asks for them.',
      ),
    },
  )
}

interface Loaded {
  readonly scores: readonly Found[]
  /** Numerators and denominators by what identifies them. */
  readonly parts: ReadonlyMap<string, number | null>
}

async function loadScores(store: Store, { sources, from, to }: ScoresQuery): Promise<Loaded> {
  const within = { from, to }
  const records = await store.listRecords<unknown>('portal-figure', { sources, within })
  const scores: Found[] = []
  const parts = new Map<string, number | null>()
  for (const { source, knownFrom, value } of records) {
    const figure = PortalFigure.parse(value)
    const { scored } = figure
    if (scored) scores.push({ source, knownFrom, figure: { ...figure, scored } })
    else parts.set(keyOf(source, figure, figure.measure), figure.value)
  }
  return { scores, parts }
}

function keyOf(source: string, figure: PortalFigure, measure: string): string {
  const { organisationCode, from, to } = figure
  return [source, organisationCode, from, to, measure].join(' ')
}

function rowOf(
  { source, knownFrom, figure }: Found,
  known: Pick<Loaded, 'parts'> &
    Pick<ScoresQuery, 'shares'> & {
      readonly names: OrganisationTree
      readonly rank: StatedScoreRow['rank']
    },
): StatedScoreRow {
  const { measure, from, to, provisional, quality, value: score, scored } = figure
  const { name, maximum, ratio, remark } = scored
  const metric = measure.replace(/\.score$/, '')
  const share = known.shares?.[source]?.[measure] ?? {
    numerator: `${metric}.numerator`,
    denominator: `${metric}.denominator`,
  }
  const part = (of: keyof ScoreShare) => known.parts.get(keyOf(source, figure, share[of]))
  const [numerator, denominator] = [part('numerator'), part('denominator')]
  return {
    source,
    organisation: known.names.describe(figure.organisationCode),
    period: { from, to, provisional },
    ...{ measure, name, score, maximum, ratio, quality, remark, knownFrom },
    numerator: numerator ?? null,
    denominator: denominator ?? null,
    lost: score === null || maximum === null ? null : Math.round((maximum - score) * 1000) / 1000,
    rank: known.rank,
    findings: scoreFaults({ score, maximum, ratio, numerator, denominator }),
  }
}

/** Equal scores share a place; the next one comes after all of them. */
function ranksOf(
  scores: readonly Found[],
  names: OrganisationTree,
): ReadonlyMap<Found, StatedScoreRow['rank']> {
  const groups = Map.groupBy(scores, ({ source, figure: { from, to, measure, ...figure } }) =>
    [source, from, to, measure, names.describe(figure.organisationCode).level].join(' '),
  )
  const ranks = new Map<Found, StatedScoreRow['rank']>()
  for (const group of groups.values()) {
    const ordered = group
      .filter(({ figure }) => figure.value !== null)
      .toSorted((a, b) => (b.figure.value ?? 0) - (a.figure.value ?? 0))
    let place = 0
    for (const [index, one] of ordered.entries()) {
      if (ordered[index - 1]?.figure.value !== one.figure.value) place = index + 1
      ranks.set(one, { place, of: ordered.length })
    }
  }
  return ranks
}

function byPlace(a: StatedScoreRow, b: StatedScoreRow): number {
  const order = (row: StatedScoreRow) =>
    [row.source, row.period.from, row.period.to, row.organisation.code, row.measure].join(' ')
  return order(a) < order(b) ? -1 : 1
}
