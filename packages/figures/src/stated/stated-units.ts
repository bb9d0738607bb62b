import {
  brokenStatedIdentities,
  type DayNumber,
  dayText,
  inWords,
  isWithin,
  type Message,
  say,
  startOfDay,
} from '@cchc/domain'
import { type Gap, withoutPart } from '../coverage/gap.ts'
import { type DimensionId, dossierDimensions } from '../dimension/dimensions.ts'
import type { EventSubject } from '../dimension/event-subject.ts'
import type { Counting } from '../statistics/counting.ts'
import { type DossierCodes, dossierCodes } from './dossier-codes.ts'
import {
  addFigures,
  figuresOf,
  rowsOf,
  type StatedFigures,
  type StatedScene,
} from './stated-figures.ts'
import { sourcesText, windowText } from './stated-gaps.ts'
import { isWhole, loadStatedRows, type StatedRow } from './stated-row.ts'

/** Of which dossiers and days; `by` is what they are split by, and a service level is what no row tells. */
export interface StatedQuery {
  readonly organisation?: string | undefined
  readonly sources?: readonly string[] | undefined
  readonly from: DayNumber
  readonly to: DayNumber
  readonly by: readonly StatedBy[]
}

export type StatedBy = DimensionId | 'serviceLevel'

/** One organisation that is counted from what is stated of it. */
export interface StatedUnit {
  readonly whole: StatedFigures
  /** By what was asked for; what does not tell it apart is in the group of what is not known. */
  readonly parts: readonly StatedFigures[]
  /** That it is not told apart, so that groups of others may lack a share of it. */
  readonly blind: Gap | null
}

/** What is stated instead of dossiers, and the organisations of which nobody gives anything. */
export interface StatedUnits {
  readonly units: readonly StatedUnit[]
  readonly unknown: readonly { readonly subject: EventSubject; readonly gap: Gap }[]
  readonly findings: readonly Message[]
}

const NOTHING_STATED: StatedUnits = { units: [], unknown: [], findings: [] }

/**
 * The organisations that have no dossiers in the days and are stated by sources; one that has dossiers of other days is
 * counted as having none unless something is stated of these days. As soon as some are, every department,
 * district and commune must be counted or stated. Those above others that are counted or stated are made of these.
 */
export async function statedUnits(counting: Counting, query: StatedQuery): Promise<StatedUnits> {
  const { store } = counting
  const within = { from: dayText(query.from), to: dayText(query.to) }
  const rows = await loadStatedRows(store, { sources: query.sources, within })
  if (rows.length === 0) return NOTHING_STATED
  const dossiers = await dossierCodes(store, query)
  const byHolder = Map.groupBy(rows, ({ holder }) => holder)
  const holders = [...byHolder.keys()].filter((code) => isWithin(code, query.organisation))
  const lowest = holders.filter((code) => {
    const others = [...holders, ...dossiers.counted]
    return !others.some((other) => other !== code && isWithin(other, code))
  })
  const isTouched = (code: string) =>
    byHolder.get(code)?.some((row) => row.from <= query.to && row.to >= query.from) ?? false
  const stating = lowest
    .filter((code) => !dossiers.counted.has(code))
    .filter((code) => !dossiers.known.has(code) || isTouched(code))
    .toSorted()
  const units = stating.map((code) => unitOf(byHolder.get(code) ?? [], { code, counting, query }))
  const unknown = stating.length === 0 ? [] : unknownOf(counting, { query, stating, dossiers })
  const mixed = lowest.filter((code) => dossiers.besideOnly.has(code) && isTouched(code))
  return {
    units,
    unknown: [...unknown, ...mixed.map((code) => mixedGap(counting, code, byHolder))],
    findings: findingsOf(units),
  }
}

/** Of a unit whose own system states counts, another system's dossiers are a part that nobody can tell from the counts. */
function mixedGap(
  { names }: Counting,
  code: string,
  rows: ReadonlyMap<string, readonly StatedRow[]>,
): StatedUnits['unknown'][number] {
  const message = say(
    "{source} states counts of {unit}, and a ministry's system has dossiers of it: which are the same cannot be told. Say counted: false of that system to use the counts alone.",
    {
      source: sourcesText(rows.get(code) ?? []),
      unit: `${names.organisations.describe(code).name} (${code})`,
    },
  )
  return { subject: subjectOf(code), gap: withoutPart(message) }
}

interface Asked {
  readonly code: string
  readonly counting: Counting
  readonly query: StatedQuery
}

function unitOf(rows: readonly StatedRow[], { code, counting, query }: Asked): StatedUnit {
  const { names, rule } = counting
  const { name } = names.organisations.describe(code)
  const period = { from: query.from, to: query.to }
  const subject = subjectOf(code)
  const scene = { subject, unit: name === code ? code : `${name} (${code})`, period, rule }
  const grain = grainOf(query.by)
  const wholes = rows.filter(({ stated }) => isWhole(stated))
  const fields = partsOf(rows, 'fieldCode', scene)
  const isWholeStated = wholes.some(({ stated }) => stated.rule === rule.id)
  const whole =
    isWholeStated || fields.length === 0
      ? figuresOf(wholes.length > 0 ? wholes : rows, scene)
      : addFigures(fields, scene)
  if (grain === 'unit') return { whole, parts: [whole], blind: null }
  const own = grain === 'fieldCode' ? fields : grain === null ? [] : partsOf(rows, grain, scene)
  if (own.length > 0) return { whole, parts: withSums(own, { whole, scene }), blind: null }
  const told = { source: sourcesText(rows), unit: scene.unit }
  const blind = withoutPart(
    say('Source {source} states {unit} as a whole and does not tell its dossiers apart.', told),
  )
  return { whole, parts: [whole], blind }
}

/** Whether nothing but organisations is told apart. */
export function tellsUnitsOnly(by: readonly StatedBy[]): boolean {
  return grainOf(by) === 'unit'
}

/** Which rows tell what is asked for; null = none do. */
function grainOf(by: readonly StatedBy[]): 'unit' | 'fieldCode' | 'procedureCode' | null {
  if (by.includes('serviceLevel')) return null
  const told = dossierDimensions(by as readonly DimensionId[]).map(({ stated }) => stated)
  if (told.includes(null)) return null
  if (told.includes('procedure')) return 'procedureCode'
  return told.includes('field') ? 'fieldCode' : 'unit'
}

function partsOf(
  rows: readonly StatedRow[],
  grain: 'fieldCode' | 'procedureCode',
  scene: StatedScene,
): StatedFigures[] {
  const own = rows.filter(({ stated: { rule, fieldCode, procedureCode } }) => {
    const isOfGrain = (procedureCode !== null) === (grain === 'procedureCode')
    return rule === scene.rule.id && isOfGrain && !isWhole({ fieldCode, procedureCode })
  })
  return [...Map.groupBy(own, ({ stated }) => stated[grain])].map(([code, those]) => {
    const subject = {
      ...scene.subject,
      field: those[0]?.stated.fieldCode ?? null,
      procedure: those[0]?.stated.procedureCode ?? null,
    }
    return figuresOf(those, { ...scene, subject, unit: `${scene.unit}, ${code}` })
  })
}

/** Parts that do not add up to what is stated of the whole say so. */
function withSums(
  parts: readonly StatedFigures[],
  { whole, scene }: { readonly whole: StatedFigures; readonly scene: StatedScene },
): StatedFigures[] {
  const added = addFigures(parts, scene)
  const wrong = [...whole.columns].flatMap(([column, { value }]) => {
    const sum = added.columns.get(column)?.value
    return sum === undefined || sum === value ? [] : [{ column, value, sum }]
  })
  const findings = wrong.map(({ column, value, sum }) =>
    say(
      '{unit}: what is stated of its parts adds up to {sum} in {column}, of the whole is stated {value}.',
      {
        ...{ unit: scene.unit, sum, column, value },
      },
    ),
  )
  const [first, ...others] = parts
  return first ? [{ ...first, findings: [...first.findings, ...findings] }, ...others] : []
}

/** Organisations that owe figures and of which nobody gives any. */
function unknownOf(
  { names }: Counting,
  {
    query,
    stating,
    dossiers,
  }: {
    readonly query: StatedQuery
    readonly stating: readonly string[]
    readonly dossiers: DossierCodes
  },
): StatedUnits['unknown'] {
  const [from, to] = [dayText(query.from), dayText(query.to)]
  const given = [...stating, ...dossiers.known]
  const owing = names.organisations.listed().filter(({ code, level, validFrom, validTo }) => {
    const isThere = (validFrom ?? from) <= to && (validTo ?? to) >= from
    const isOwing = OWING.has(level) && isThere && isWithin(code, query.organisation)
    return (
      isOwing &&
      !given.some((other) => isWithin(other, code)) &&
      !stating.some((other) => isWithin(code, other))
    )
  })
  return owing.map(({ code, name }) => {
    const unit = `${name} (${code})`
    const message = say('No source has dossiers of {unit}, nor states counts of it.', { unit })
    return { subject: subjectOf(code), gap: withoutPart(message) }
  })
}

const OWING: ReadonlySet<string> = new Set(['department', 'district', 'commune'])

function subjectOf(organisation: string): EventSubject {
  return { organisation, channel: null, procedure: null, field: null, serviceLevel: null }
}

/** What cannot be in the rows that were used, each sentence once. */
function findingsOf(units: readonly StatedUnit[]): readonly Message[] {
  const figures = units.flatMap(({ whole, parts }) => [whole, ...parts])
  const used = new Set(figures.flatMap(rowsOf))
  const broken = [...used].flatMap(({ source, stated }) =>
    brokenStatedIdentities(stated.counts, stated.rule).map(({ name: identity, left, right }) =>
      say('Source {source}, {unit}, {days}: {identity} is broken: {left} is not {right}.', {
        ...{ source, identity, left, right },
        unit: [stated.organisationCode, stated.fieldCode, stated.procedureCode]
          .filter((code) => code !== null)
          .join(' / '),
        days: windowText(stated),
      }),
    ),
  )
  const early = [...used].filter(isEarly).map(({ source, stated }) =>
    say('Source {source}, {unit}, {days}: stated before these days were over.', {
      ...{ source, unit: stated.organisationCode, days: windowText(stated) },
    }),
  )
  const all = [...broken, ...early, ...figures.flatMap(({ findings }) => findings)]
  return [...new Map(all.map((one) => [inWords(one), one])).values()]
}

/** Whether a row was stated, or became known, before the last of its days was over. */
function isEarly({ stated, knownFrom, to }: StatedRow): boolean {
  return stated.statedOn === null ? knownFrom < startOfDay(to) : stated.statedOn < stated.to
}
