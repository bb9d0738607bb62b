import {
  type Day,
  type Dossier,
  dayNumberOf,
  dayOf,
  dayText,
  type HeldDays,
  type Instant,
  type Message,
  say,
} from '@cchc/domain'
import type { Settings } from '../settings.ts'
import { prefaceUnit } from '../table/preface.ts'
import type { DossierTable } from './dossier-table.ts'
import { latestOf } from './map-row.ts'

/** The days that a list holds whole, and what says so. */
interface Held {
  readonly days: HeldDays
  readonly basis: Message
}

interface ReadList {
  readonly table: DossierTable
  readonly dossiers: readonly Dossier[]
  /** Rows that cannot be used. */
  readonly refused: readonly unknown[]
  readonly settings: Settings
}

/**
 * The days of a list: as it says above itself, by its name, by the configuration, or from its first reception to the newest
 * day of its dossiers. What was open before them it holds where it has any such dossier. Undefined where it says nothing.
 */
export function heldBy(list: ReadList): Held | undefined {
  const { table, dossiers, settings } = list
  const { preface } = table
  const receptions = dossiers.flatMap(({ receivedAt }) => receivedAt ?? [])
  const own = daysMeant(preface, receptions) ?? settings.days
  const received = extremes(receptions)
  const newest = extremes(dossiers.map(latestOf).filter((at) => at <= settings.now))?.last
  const from = settings.since ?? own?.from ?? received?.first
  const to = lastDay(own?.to, { newest, today: dayText(dayNumberOf(settings.now)) })
  if (from === undefined || to === undefined || from > to) return undefined
  const days = {
    organisations: unitsIn(list),
    ...{
      from,
      to,
      asOf: newest !== undefined && newest > to ? newest : to,
    },
    ...(hasEnded(list) && { ended: true }),
    openBefore: settings.since !== undefined || (received !== undefined && received.first < from),
  }
  return days.organisations.length === 0 ? undefined : { days, basis: basisOf(list) }
}

/**
 * A month that is named is that of reports, from the 15th to the 14th, unless a list received dossiers after it, on days
 * that only the month of the calendar has.
 */
function daysMeant(
  { days, calendarDays }: DossierTable['preface'],
  receptions: readonly Instant[],
): Days | undefined {
  if (!days || !calendarDays) return days
  const isOfCalendar = receptions.some((at) => {
    const day = dayOf(at)
    return days.to < day && day <= calendarDays.to
  })
  return isOfCalendar ? calendarDays : days
}

type Days = NonNullable<DossierTable['preface']['days']>

/** Of days that are not over a list tells as far as its newest one. */
function lastDay(
  stated: Day | undefined,
  { newest, today }: { readonly newest: Day | undefined; readonly today: Day },
): Day | undefined {
  if (stated === undefined || stated > today) return newest ?? (stated && today)
  return stated
}

/** Whether nothing of a list can go on. */
function hasEnded({ dossiers, refused }: ReadList): boolean {
  return (
    refused.length === 0 &&
    dossiers.every(({ finishedAt, status }) => {
      return finishedAt !== null || status === 'refused_at_reception'
    })
  )
}

function extremes(
  instants: readonly number[],
): { readonly first: Day; readonly last: Day } | undefined {
  if (instants.length === 0) return undefined
  const [first, last] = instants.reduce(
    ([least, most], at) => [Math.min(least, at), Math.max(most, at)],
    [Number.POSITIVE_INFINITY, 0],
  )
  return { first: dayText(dayNumberOf(first)), last: dayText(dayNumberOf(last)) }
}

/** The units whose dossiers a list holds; one without any is of the unit that a line above names. */
function unitsIn({ table, dossiers, settings }: ReadList): readonly string[] {
  const units = new Set(dossiers.map(({ organisationCode }) => organisationCode))
  const named = prefaceUnit(table.preface, settings.units)
  if (units.size === 0 && named !== undefined) units.add(named)
  return [...units].toSorted()
}

function basisOf({ table: { preface }, settings }: ReadList): Message {
  return daysBasis(preface.daysIn, settings) ?? say('by its newest date')
}

/** What says the days of a table; undefined where nothing does. */
export function daysBasis(
  daysIn: DossierTable['preface']['daysIn'],
  { days }: Pick<Settings, 'days'>,
): Message | undefined {
  if (daysIn === 'head') return say('as it says above the table')
  if (daysIn === 'period') return say('by the period that it names above the table')
  if (daysIn === 'name') return say('by the name of its file or sheet')
  return days && say('by the configuration')
}
