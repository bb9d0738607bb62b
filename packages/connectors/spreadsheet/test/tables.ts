import { countRows } from '../src/counts/count-table.ts'
import { dossierRows } from '../src/dossiers/dossier-rows.ts'
import { plain } from '../src/plain.ts'
import type { Settings } from '../src/settings.ts'
import { understand } from '../src/understand.ts'
import { Units } from '../src/units.ts'

/** What is known of the units of these tests. */
export const SETTINGS: Settings = {
  units: new Units({
    'Sở Tư pháp': 'H16.53',
    'Sở Xây dựng': 'H16.54',
    'UBND xã Nhân Cơ': 'H16.31.02',
    'Phòng Tư pháp (1)': 'H16.60',
    'Phòng Tư pháp 1': 'H16.61',
  }),
  organisation: undefined,
  days: undefined,
  cutOffDay: 14,
  now: Date.UTC(2026, 11, 1),
  procedures: new Map([[plain('Cấp lý lịch tư pháp'), '1.004875']]),
  heads: new Map(),
  fields: new Map([['ho tich', 'G15-TP02']]),
  since: undefined,
}

/** Understands lines of a table, the cells of each separated by `|`. */
export function understood(lines: string, settings: Settings = SETTINGS) {
  const bytes = new TextEncoder().encode(lines.trim().replaceAll(/ *\| */g, '|'))
  return understand({ name: 'tep.csv', bytes }, settings)
}

/** The dossiers of the one list in lines of a table. */
export async function dossiersIn(lines: string, settings: Settings = SETTINGS) {
  const { tables, warnings, columnWarnings } = await understood(lines, settings)
  const [list] = tables.filter((table) => table.kind === 'dossiers')
  if (!list) throw new Error('no list of dossiers was found')
  const read = dossierRows(list, settings)
  return { ...read, warnings: [...warnings, ...columnWarnings, ...read.warnings], list }
}

/** The figures of the one form in lines of a table. */
export async function countsIn(lines: string, settings: Settings = SETTINGS) {
  const { tables, warnings, columnWarnings } = await understood(lines, settings)
  const [form] = tables.filter((table) => table.kind === 'counts')
  if (!form) throw new Error('no form was found')
  const read = countRows(form, { settings, document: 'tep.csv' })
  return { ...read, warnings: [...warnings, ...columnWarnings, ...read.warnings], form }
}
