import { refuse } from '@cchc/connector-kit'
import {
  type Dossier,
  type DossierStatus,
  type Field,
  normaliseOrganisationCode,
  normaliseServiceLevel,
  parseProcedureCode,
  procedureByName,
  say,
  UNSTATED_PROCEDURE,
} from '@cchc/domain'
import type { GridRow } from '@cchc/files/grid'
import type { Moment } from '../moments.ts'
import { plain } from '../plain.ts'
import type { UnitFault } from '../units.ts'
import { channelOf, statusOf } from '../words.ts'
import { factsOf } from './facts-of-row.ts'
import { listedField } from './listed-field.ts'
import type { UnitAbove } from './placed-rows.ts'
import { Cells, type RowContext } from './row-cells.ts'

const DAY_MS = 86_400_000

/** Reads one row of a list by its mapped columns alone; refuses it with the address of the cell that cannot be read. */
export function mapRow(row: GridRow, context: RowContext): Dossier {
  const cells = new Cells(row, context)
  const times = timesOf(cells)
  const code = cells.text('code')
  const level = cells.text('level')
  const serviceLevel = normaliseServiceLevel(level)
  return {
    code,
    procedureCode: procedureIn(cells),
    organisationCode: organisationOf(cells, code),
    fieldCode: fieldOf(cells)?.code ?? null,
    channel: channelIn(cells),
    ...times,
    statusReceived: '',
    pauses: times.status === 'awaiting_supplement' ? [{ from: times.receivedAt, to: null }] : [],
    onlinePayment: null,
    digitised: null,
    serviceLevel,
    serviceLevelReceived: serviceLevel === null ? null : level,
    ...factsOf(cells),
    version: context.version,
  }
}

function timesOf(cells: Cells) {
  const received = cells.moment('receivedAt')
  if (!received) {
    refuse(say('{cell}: says no day of reception', { cell: cells.at('receivedAt') }), {
      path: 'receivedAt',
    })
  }
  const returned = cells.moment('returnedAt')
  const finished = cells.moment('finishedAt') ?? returned
  const stated = statusIn(cells)
  const status = stated ?? statusByDates({ returned, finished })
  if (ENDED.has(status) && status !== 'refused_at_reception' && !finished) {
    refuse(say('{cell}: is finished, and no day says when', { cell: cells.at('status') }), {
      path: 'finishedAt',
      fix: say('Export the list with the day on which each dossier was finished.'),
    })
  }
  return {
    status,
    receivedAt: received.at,
    dueAt: dueOf(cells.moment('dueAt')),
    finishedAt: ENDED.has(status) ? endOf(finished, received) : null,
    returnedAt: status === 'returned' ? endOf(returned, received) : null,
  }
}

const ENDED: ReadonlySet<DossierStatus> = new Set<DossierStatus>([
  'finished',
  'returned',
  'refused',
  'refused_at_reception',
  'withdrawn',
  'stopped',
])

function statusIn(cells: Cells): DossierStatus | null {
  const status = statusOf(plain(cells.text('status')))
  if (status === undefined) {
    refuse(say('{cell}: is no state of a dossier that is known', { cell: cells.at('status') }), {
      path: 'status',
    })
  }
  return status
}

function statusByDates(ends: {
  readonly returned: Moment | undefined
  readonly finished: Moment | undefined
}): DossierStatus {
  if (ends.returned) return 'returned'
  return ends.finished ? 'finished' : 'processing'
}

/** A day without a time ends with its last second. */
function dueOf(due: Moment | undefined): number | null {
  if (!due) return null
  return due.isDay ? due.at + DAY_MS - 1000 : due.at
}

/** A day without a time is not before the reception of the same day. */
function endOf(end: Moment | undefined, received: Moment): number | null {
  if (!end) return null
  const isSameDay = end.isDay && received.at >= end.at && received.at < end.at + DAY_MS
  return isSameDay ? received.at : end.at
}

function channelIn(cells: Cells) {
  const channel = channelOf(plain(cells.text('channel')))
  if (channel === undefined) {
    refuse(say('{cell}: is no way of handing in that is known', { cell: cells.at('channel') }), {
      path: 'channel',
    })
  }
  return channel
}

function procedureIn(cells: Cells): string {
  const { procedures } = cells.context.settings
  const name = cells.text('procedureName')
  const written = cells.text('procedureCode')
  const inName = /\b\d\.\d{6}\b/.exec(name)?.[0]
  const code = parseProcedureCode(written)?.code ?? inName ?? procedures.get(plain(name))
  if (code !== undefined) return code
  if (!MISTYPED_CODE.test(written))
    return procedureByName(name) ?? procedureByName(written) ?? UNSTATED_PROCEDURE
  return refuse(
    say('{cell}: is no code of a procedure such as 1.004875', { cell: cells.at('procedureCode') }),
    { path: 'procedureCode', fix: say('Correct the code, or leave it blank beside the name.') },
  )
}

/** What begins as national codes do and is none. */
const MISTYPED_CODE = /^\d[.,]\d/

/** The field that a row names, by its code or else by its name. */
function fieldOf(cells: Cells): Field | undefined {
  const code = cells.text('fieldCode')
  return listedField({ code, name: cells.text('fieldName') }, cells.context.settings)
}

function organisationOf(cells: Cells, code: string): string {
  const { settings, unit } = cells.context
  const written = cells.text('organisationCode')
  const byCode = normaliseOrganisationCode(written)
  if (byCode !== undefined) return byCode
  const name = cells.text('organisationName')
  if (name === '')
    return (
      unitAbove(cells, unit) ?? settings.organisation ?? organisationInCode(code) ?? noUnit(cells)
    )
  const meant = settings.units.find(name)
  if ('code' in meant) return meant.code
  return refuseUnit(meant.fault, cells.at('organisationName'))
}

function unitAbove(cells: Cells, unit: UnitAbove | undefined): string | undefined {
  return unit && ('code' in unit ? unit.code : refuseUnit(unit.fault, cells.inFile(unit.cell)))
}

function refuseUnit(fault: UnitFault, cell: string): never {
  return refuse(unitFault(fault, cell), {
    path: 'organisationCode',
    fix: say('Write the name and its code into the configuration under units.'),
  })
}

/** Why a name means no organisation. */
export function unitFault(fault: UnitFault, cell: string) {
  return fault === 'unknown'
    ? say('{cell}: names a unit that is not known', { cell })
    : say('{cell}: names several units', { cell })
}

/** The unit that a code of a dossier begins with (TT 01/2018/TT-VPCP), `000.00.53.H48-220921-0099`. */
export function organisationInCode(code: string): string | undefined {
  const [, unit] = /^([0-9A-Z.]+)-\d{6}-/.exec(code.toUpperCase()) ?? []
  return unit === undefined ? undefined : normaliseOrganisationCode(unit)
}

function noUnit(cells: Cells): never {
  return refuse(say('{cell}: nothing says whose dossier it is', { cell: cells.at('code') }), {
    path: 'organisationCode',
    fix: say('Name the unit above the table, or in the configuration under organisation.'),
  })
}

/** The latest instant that a row names of what was: the list is of no earlier state. */
export function latestOf({ receivedAt, finishedAt, returnedAt }: Dossier): number {
  return Math.max(receivedAt ?? 0, finishedAt ?? 0, returnedAt ?? 0)
}
