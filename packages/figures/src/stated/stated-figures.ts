import {
  type CountingRule,
  type DayRange,
  II06_COLUMNS,
  isFactFigure,
  type Message,
  type StatedColumn,
  say,
  type Tiled,
  tileColumn,
  untiledDays,
} from '@cchc/domain'
import { type Gap, withoutPart } from '../coverage/gap.ts'
import type { EventSubject } from '../dimension/event-subject.ts'
import { columnGap, daysText, sourcesText } from './stated-gaps.ts'
import type { StatedRow } from './stated-row.ts'

/** What is stated of one group of dossiers in a period, column by column; an absent column is not given. */
export interface StatedFigures {
  readonly subject: EventSubject
  readonly columns: ReadonlyMap<StatedColumn, Tiled<StatedRow>>
  readonly gaps: readonly Gap[]
  readonly findings: readonly Message[]
}

/** What rows are of, and what is asked of them. */
export interface StatedScene {
  readonly subject: EventSubject
  /** Name and code of the unit, for people. */
  readonly unit: string
  readonly period: DayRange
  readonly rule: CountingRule
}

/** The columns that a rule counts. */
function columnsOf({ extraFigures }: Pick<CountingRule, 'extraFigures'>): StatedColumn[] {
  return [...II06_COLUMNS.map(({ key }) => key), ...extraFigures]
}

/**
 * What rows of one kind give of a period: those of each unit that the organisation holds the work of tile the days on
 * which that unit was there, and are added.
 */
export function figuresOf(rows: readonly StatedRow[], scene: StatedScene): StatedFigures {
  const { subject, period, rule } = scene
  const own = rows.filter(({ stated }) => stated.rule === rule.id)
  const units = [...Map.groupBy(own, ({ unit }) => unit).values()]
    .map((those) => ({ rows: those, days: common(those, period) }))
    .filter(({ days }) => days.from <= days.to)
  const untold = untiledDays(
    units.map(({ days }) => days),
    period,
  ).lacking
  if (units.length === 0 || untold.length > 0) {
    return { subject, columns: new Map(), gaps: [whyNothing(rows, scene)], findings: [] }
  }
  const columns = columnsOf(rule).flatMap((column) => {
    const tiled = units.map((one) => tileColumn(one.rows, { period, days: one.days }, column))
    const known = tiled.flatMap((one) => one ?? [])
    return known.length < units.length ? [] : [[column, addTiled(known)] as const]
  })
  const figures = { subject, columns: new Map(columns) }
  return {
    ...figures,
    gaps: gapsOf(own, { scene, columns: figures.columns }),
    findings: disagreements(figures.columns, scene),
  }
}

/** Figures of disjoint groups of one organisation, added up; a column that one of them lacks is lacking. */
export function addFigures(
  all: readonly StatedFigures[],
  { subject, rule }: Pick<StatedScene, 'subject' | 'rule'>,
): StatedFigures {
  const columns = columnsOf(rule).flatMap((column) => {
    const known = all.flatMap((one) => one.columns.get(column) ?? [])
    return known.length < all.length ? [] : [[column, addTiled(known)] as const]
  })
  return {
    subject,
    columns: new Map(columns),
    gaps: all.flatMap(({ gaps }) => gaps),
    findings: all.flatMap(({ findings }) => findings),
  }
}

/** The rows that stand behind figures. */
export function rowsOf({ columns }: Pick<StatedFigures, 'columns'>): StatedRow[] {
  const rows = [...columns.values()].flatMap(({ shares }) => shares.map(({ window }) => window))
  return [...new Set(rows)]
}

function addTiled(all: readonly Tiled<StatedRow>[]): Tiled<StatedRow> {
  const sum = (key: 'value' | 'least' | 'most') => all.reduce((added, one) => added + one[key], 0)
  return {
    value: sum('value'),
    least: sum('least'),
    most: sum('most'),
    shares: all.flatMap(({ shares }) => shares),
  }
}

function common(rows: readonly StatedRow[], period: DayRange): DayRange {
  const there = rows[0]?.there ?? period
  return { from: Math.max(there.from, period.from), to: Math.min(there.to, period.to) }
}

function gapsOf(
  rows: readonly StatedRow[],
  { scene, columns }: { readonly scene: StatedScene } & Pick<StatedFigures, 'columns'>,
): readonly Gap[] {
  if (columns.size === 0) return [whyNothing(rows, scene)]
  // What dossiers need not state either is no gap.
  const owed = columnsOf(scene.rule).filter((column) => !isFactFigure(column))
  const lacking = owed.filter((column) => !columns.has(column))
  if (lacking.length === 0) return []
  return [columnGap(lacking, { source: sourcesText(rows), unit: scene.unit })]
}

/** Why no column of a period is given by rows. */
function whyNothing(rows: readonly StatedRow[], { unit, period, rule }: StatedScene): Gap {
  const place = { source: sourcesText(rows), unit }
  const own = rows.filter(({ stated }) => stated.rule === rule.id)
  if (own.length === 0) {
    const claimed = [...new Set(rows.map(({ stated }) => stated.rule))].join(', ')
    return withoutPart(
      say('Source {source} states {unit} by the rule {claimed}, not by {rule}.', {
        ...place,
        claimed,
        rule: rule.id,
      }),
    )
  }
  const touching = own.filter(({ from, to }) => from <= period.to && to >= period.from)
  const beyond = touching.filter(({ from, to }) => from < period.from || to > period.to)
  const inside = touching.filter((row) => !beyond.includes(row))
  const { lacking, overlapping } = untiledDays(inside, period)
  if (beyond.length > 0 && lacking.length > 0) {
    const days = daysText(beyond)
    return withoutPart(
      say('Source {source} states {unit} for days that reach beyond the period: {days}.', {
        ...place,
        days,
      }),
    )
  }
  if (lacking.length > 0) {
    const days = daysText(lacking)
    return withoutPart(
      say('Source {source} states nothing of {unit} for {days}.', { ...place, days }),
    )
  }
  const days = daysText(overlapping.length > 0 ? overlapping : inside)
  return withoutPart(
    say(
      'Source {source} states {unit} for days that overlap and do not make up the period: {days}.',
      {
        ...place,
        days,
      },
    ),
  )
}

/** Columns that other windows of the same days give otherwise. */
function disagreements(
  columns: StatedFigures['columns'],
  { unit }: Pick<StatedScene, 'unit'>,
): Message[] {
  return [...columns].flatMap(([column, { least, most, value, shares }]) => {
    if (least === most) return []
    const source = sourcesText(shares.map(({ window }) => window))
    const told = { source, unit, column, value, least, most }
    return [
      say(
        '{unit}: what is stated of these days disagrees; {column} is from {least} to {most}, taken is {value} by {source}.',
        told,
      ),
    ]
  })
}
