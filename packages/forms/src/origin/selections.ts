import { II06_COLUMNS, type StatisticsColumn } from '@cchc/domain'
import type { EventSubject } from '@cchc/figures'
import {
  CHANNEL_NAMES,
  codeOf,
  groupOf,
  LEVEL_NAMES,
  type Names,
  SERVICE_LEVEL_NAMES,
  words,
} from '@cchc/figures'
import type { Condition } from './contract.ts'

type Where = Readonly<Record<string, string>>

/** Which dossiers a figure counts, and which columns of Form II.06 of theirs add up to it. */
export interface DossierSelection {
  readonly columns: readonly StatisticsColumn[]
  readonly conditions: readonly Condition[]
  /** Procedures count once each, whatever the number of their dossiers. */
  readonly per: 'organisation' | 'procedure'
  keep(subject: EventSubject): boolean
}

type Select = (where: Where, names: Names) => DossierSelection

const SELECTIONS: Readonly<Record<string, Select>> = {
  dossiers: (where, names) => {
    const levels = words(where.level)
    const level = levels.map((code) => LEVEL_NAMES[code as keyof typeof LEVEL_NAMES]).join(', ')
    return {
      columns: columnsOf(where),
      conditions: [{ name: 'Cấp của đơn vị', value: level }],
      per: 'organisation',
      keep: (subject) => levels.includes(codeOf(subject, 'level', names)),
    }
  },
  'dossiers-in-field': (where, names) => {
    const part = (where.field ?? '').toLocaleLowerCase('vi')
    return {
      columns: columnsOf(where),
      conditions: [{ name: 'Lĩnh vực có chữ', value: where.field ?? '' }],
      per: 'organisation',
      keep: (subject) => fieldName(subject, names).toLocaleLowerCase('vi').includes(part),
    }
  },
  'dossiers-by-channel': (where, names) => ({
    columns: columnsOf(where),
    conditions: [channelCondition(where)],
    per: 'organisation',
    keep: (subject) => codeOf(subject, 'channel', names) === where.channel,
  }),
  'dossiers-received': (where) => ({
    columns:
      where.channel === 'online' ? ['receivedOnline'] : ['receivedOnline', 'receivedDirectPost'],
    conditions: [
      serviceCondition(where),
      ...(where.channel === undefined ? [] : [channelCondition(where)]),
    ],
    per: 'organisation',
    keep: hasService(where),
  }),
  'procedures-with-online-dossiers': (where) => ({
    columns: ['receivedOnline'],
    conditions: [serviceCondition(where), channelCondition({ channel: 'online' })],
    per: 'procedure',
    keep: (subject) => subject.procedure !== null && hasService(where)(subject),
  }),
}

/** The selection of a figure that is counted from dossiers; undefined for every other figure. */
export function selectionOf(
  figure: string,
  { where, names }: { readonly where: Where; readonly names: Names },
): DossierSelection | undefined {
  return SELECTIONS[figure]?.(where, names)
}

/** Columns in the numbers of Form II.06: `(8) + (9)`. */
export function columnsFormula(columns: readonly string[]): string {
  return columns
    .map((key) => II06_COLUMNS.find((column) => column.key === key)?.number ?? key)
    .join(' + ')
}

function columnsOf(where: Where): StatisticsColumn[] {
  return words(where.columns) as StatisticsColumn[]
}

function hasService(where: Where): DossierSelection['keep'] {
  const levels = words(where.serviceLevel)
  return ({ serviceLevel }) => serviceLevel !== null && levels.includes(serviceLevel)
}

function serviceCondition(where: Where): Condition {
  const levels = words(where.serviceLevel)
  const names = levels.map((code) => SERVICE_LEVEL_NAMES[code as keyof typeof SERVICE_LEVEL_NAMES])
  return { name: 'Mức độ dịch vụ ghi trên hồ sơ', value: names.join(', ') }
}

function channelCondition({ channel = '' }: Where): Condition {
  const name = CHANNEL_NAMES[channel as keyof typeof CHANNEL_NAMES]
  return { name: 'Hình thức tiếp nhận', value: name }
}

function fieldName(subject: EventSubject, names: Names): string {
  const code = codeOf(subject, 'field', names)
  return groupOf(['field'], { codes: [code], names }).field?.name ?? ''
}
