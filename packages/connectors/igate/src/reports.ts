import type { StatisticsConfig } from './config.ts'

export type ReportName = StatisticsConfig['reports'][number]

/** One of the reports of the system by month. */
interface Report {
  /** Before the name of each measure. */
  readonly group: string
  /** Names of the parameters of its first and last instant, which are local ones with a literal Z. */
  readonly window: readonly [from: string, to: string]
  /** How its first and last instant go on behind the day. */
  readonly times: readonly [first: string, last: string]
  /** Name of the parameter of the agency; undefined where it takes none. */
  readonly agency?: string
  /** Its rows know agencies by this field alone, which holds a name. */
  readonly nameField?: string
  readonly query: (config: StatisticsConfig) => Readonly<Record<string, string>>
  readonly measures: readonly string[]
}

const WHOLE_DAY = ['T00:00:00.000Z', 'T23:59:59.999Z'] as const

const agency = {
  group: 'igate-agency',
  window: ['from-date', 'to-date'],
  times: WHOLE_DAY,
  agency: 'agency-id',
  query: ({ agencyLevels, procedureLevels }) => ({
    ...Object.fromEntries(agencyLevels.map((id, i) => [`agencyLevel${i}`, id])),
    ...Object.fromEntries(procedureLevels.map((id, i) => [`procedureLevel${4 - i}`, id])),
    'suppended-cancelled': 'true',
    'hide-agency-no-dossier': 'true',
  }),
  measures: ['received', 'receivedOnline', 'receivedDirect', 'resolved', 'resolvedOverdue'],
} as const satisfies Report

const online = {
  group: 'igate-online',
  window: ['from-applied-date', 'to-applied-date'],
  times: ['T00:00:00.0Z', 'T23:59:59.0Z'],
  nameField: 'agency_name',
  query: () => ({ 'is-ignore-free-dossier': 'false' }),
  measures: [
    'phatsinh_1phan_quantity',
    'phatsinh_toanphan_quantity',
    'chotiepnhan_quantity',
    'datiepnhan_quantity',
    'hoanthanh_quantity',
    'tuchoi_quantity',
    'onlinepaid_quantity',
    'total',
  ],
} as const satisfies Report

const digitisation = {
  group: 'igate-digitisation',
  window: ['from', 'to'],
  times: WHOLE_DAY,
  agency: 'ancestor-id',
  query: ({ agencyLevels }) => ({
    'list-level-id': agencyLevels.join(','),
    ...Object.fromEntries(agencyLevels.map((id, i) => [`agency-level-${i}`, id])),
  }),
  measures: [
    'totalReceiver',
    'totalReceiverHavingFile',
    'totalReceiverNopeFile',
    'totalComplete',
    'totalCompleteHavingFile',
    'totalCompleteNopeFile',
    'totalReceiverCompleteHavingFile',
  ],
} as const satisfies Report

/** Every report by its name in the configuration. */
export const REPORTS: Readonly<Record<ReportName, Report>> = { agency, online, digitisation }

/** A measure of the report by agency. */
export type AgencyMeasure = (typeof agency.measures)[number]
