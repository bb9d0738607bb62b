import { UNKNOWN_HEAD } from '@cchc/audit'
import { NotFoundError } from '@cchc/domain'
import type { Hub } from '@cchc/hub/contract'
import { dossierStatistics } from '@cchc/hub/questions/dossier-statistics'
import type { AnswerOf, AskedOf, Question } from '@cchc/hub/questions/question'
import type { ruleComparison } from '@cchc/hub/questions/rule-comparison'
import type { QuarantinedRecord, Run } from '@cchc/hub/views'
import { anExplanation, aProcedure, aReconciliation, aReport } from './fake-answers.ts'
import { fakeEntered } from './fake-entered.ts'

const COUNTS = {
  pages: 2,
  fetched: 150,
  new: 140,
  changed: 5,
  unchanged: 3,
  outdated: 0,
  removed: 0,
  refused: 2,
  requests: 3,
  retries: 1,
  bytes: 4096,
}

export function aRun(changes: Partial<Run> = {}): Run {
  return {
    id: 'run-1',
    source: 'province',
    connector: 'opencps',
    connectorVersion: '1.0.0',
    trigger: 'manual',
    status: 'done',
    startedAt: Date.UTC(2022, 11, 15, 1),
    finishedAt: Date.UTC(2022, 11, 15, 1, 0, 30),
    counts: COUNTS,
    streams: { dossiers: COUNTS },
    error: null,
    warnings: [],
    ...changes,
  }
}

export const A_REFUSAL: QuarantinedRecord = {
  id: 'q-1',
  source: 'province',
  stream: 'dossiers',
  key: { code: 'H48-1' },
  reasons: [{ path: 'receivedAt', message: 'not a date' }],
  fields: { status: 'received' },
  firstRunId: 'run-1',
  lastRunId: 'run-1',
  firstSeenAt: Date.UTC(2022, 11, 15, 1),
  lastSeenAt: Date.UTC(2022, 11, 15, 2),
  timesSeen: 2,
  resolvedAt: null,
}

/** Figures that depend on every parameter, so that a lost one shows. */
export function someStatistics(seed: string): AnswerOf<typeof dossierStatistics> {
  const weight = [...seed].reduce((sum, letter) => sum + letter.charCodeAt(0), 0)
  const statistics = {
    receivedTotal: weight + 1909,
    receivedOnline: weight,
    receivedDirectPost: 1000,
    carriedOver: 909,
    resolvedTotal: 1900 + weight,
    resolvedEarly: 1800 + weight,
    resolvedOnTime: 95,
    resolvedLate: 5,
    pendingTotal: 9,
    pendingWithin: 8,
    pendingOverdue: 1,
  }
  const figures = { statistics, onTime: { numerator: 1895 + weight, denominator: 1900 + weight } }
  return {
    rule: { id: 'tt01-2020', version: 1, name: 'Thông tư 01/2020/TT-VPCP' },
    period: { from: '2021-12-15', to: '2022-12-14' },
    organisation: { code: 'H15', name: 'UBND tỉnh Đắk Nông', level: 'province' },
    rows: [{ group: { org: { code: 'H15.2', name: 'Sở Nội vụ' } }, ...figures }],
    total: figures,
    findings: [],
  }
}

/** One dossier withdrawn after its due date, by two rules. */
type Comparison = AnswerOf<typeof ruleComparison>

function aComparison(rules: readonly string[]): Comparison {
  const { rows: _rows, total, rule, ...origin } = someStatistics('')
  const row = total.statistics
  const late = {
    ...row,
    resolvedOnTime: row.resolvedOnTime - 1,
    resolvedLate: row.resolvedLate + 1,
  }
  const [base = '', other = ''] = rules
  const onTime = { numerator: 1, denominator: 1 }
  const change = (column: 'resolvedOnTime' | 'resolvedLate', difference: number) => ({
    column,
    more: Math.max(0, difference),
    fewer: Math.max(0, -difference),
    difference,
  })
  const whole = (column: 'resolvedOnTime' | 'resolvedLate') => ({
    column,
    base: row[column],
    other: late[column],
    difference: late[column] - row[column],
  })
  const difference: Comparison['total']['differences'][number] = {
    base,
    other,
    columns: [whole('resolvedOnTime'), whole('resolvedLate')],
    dossiers: 1,
    causes: [
      {
        cause: 'withdrawn',
        name: { en: 'Withdrawn by the citizen', vi: 'Hồ sơ công dân rút' },
        dossiers: 1,
        columns: [change('resolvedOnTime', -1), change('resolvedLate', 1)],
        answers: {
          base: { en: 'On time.', vi: 'Đúng hạn.' },
          other: { en: 'Timed.', vi: 'Có xét hạn.' },
        },
      },
    ],
  }
  const byRule = [
    { rule: base, statistics: row, onTime },
    { rule: other, statistics: late, onTime },
  ]
  const compared = { byRule, differences: [difference] }
  return { ...origin, rules: rules.map((id) => ({ ...rule, id })), rows: [], total: compared }
}

const ORGANISATIONS = ['H15', 'H15.1', 'H15.2'].map((code) => ({
  code,
  oldCode: null,
  name: code === 'H15.2' ? 'Sở Nội vụ' : `Đơn vị ${code}`,
  level: code === 'H15' ? ('province' as const) : ('department' as const),
  parentCode: code === 'H15' ? null : 'H15',
}))

/** Two things that were done to a period, at known instants. */
function aPeriod() {
  const event = { by: 'an', asOf: Date.UTC(2022, 11, 20, 1), recordedAt: Date.UTC(2022, 11, 20, 2) }
  return {
    organisation: { code: 'H15', name: 'Tỉnh' },
    period: '2022',
    from: '2021-12-15',
    to: '2022-12-14',
    state: 'reopened' as const,
    events: [
      { ...event, action: 'close' as const, note: null },
      { ...event, action: 'reopen' as const, note: 'Bổ sung hồ sơ' },
    ],
  }
}

function someRestatements(period: string): Awaited<ReturnType<Hub['restatements']>> {
  const { total: figures, rule, period: days } = someStatistics(period)
  const total = figures.statistics
  const { events, state } = aPeriod()
  const [closing] = events
  if (!closing) throw new Error('no closing')
  const difference = { ...total, resolvedLate: -1 }
  const column = { column: 'resolvedLate' as const, more: 0, fewer: 1, difference: -1 }
  const reason = {
    reason: 'due_date_changed' as const,
    name: 'Hạn',
    dossiers: 1,
    columns: [column],
  }
  const organisation = { code: 'H15', name: 'Tỉnh' }
  const restated = { frozen: total, now: total, difference, dossiers: 1, reasons: [reason] }
  const knownAt = Date.UTC(2023, 0, 5)
  const all = { organisation, ...restated }
  return { rule, ...days, period, closing, state, knownAt, total: all, rows: [all] }
}

const A_HOLIDAY = {
  day: '2022-01-01',
  kind: 'off' as const,
  name: 'Tết Dương lịch',
  basis: 'Điều 112',
  verified: true,
}

/** A hub without portals or database; `changes` replaces single methods. */
export function fakeHub(changes: Partial<Hub> & { store?: Partial<Hub['store']> } = {}): Hub {
  const { store, ...rest } = changes
  const hub: Omit<Hub, 'store'> & { store: Partial<Hub['store']> } = {
    store: { ...fakeStore(), ...store } as Hub['store'],
    settings: { gateway: { host: '127.0.0.1', port: 8080 }, reporting: { cutOffDay: 14 } },
    sources: () => [
      {
        id: 'province',
        connector: 'opencps',
        connectorVersion: '1.0.0',
        title: 'Một cửa điện tử tỉnh',
        streams: ['dossiers'],
        maxAgeHours: 24,
      },
    ],
    checkSource: async () => {},
    sync: async () => [aRun()],
    status: async () => [
      {
        source: 'province',
        stream: 'dossiers',
        records: 150,
        quarantined: 2,
        completedAt: Date.UTC(2022, 11, 15, 1),
        stale: false,
        lastRun: aRun(),
      },
    ],
    retryQuarantine: async () => [aRun({ trigger: 'retry' })],
    ask: (async (question: Question, asked: AskedOf<typeof dossierStatistics>) => {
      if (asked.org === 'H99') throw nearMiss()
      if (question !== dossierStatistics) return aComparison(asked.rule as never)
      return someStatistics(JSON.stringify(asked, Object.keys(asked).sort()))
    }) as Hub['ask'],
    procedureCounts: async (query) => ({
      rows: [{ group: { level: { code: 'province', name: 'Cấp tỉnh' } }, count: 1599 }],
      total: query?.organisation === undefined ? 1909 : 7,
    }),
    organisations: async () => ORGANISATIONS,
    procedures: async ({ text } = {}) =>
      text === 'không có' ? [] : ['1.001', '1.002', '1.003'].map(aProcedure),
    templates: () => [{ id: 'tt01-06a', title: 'Biểu II.06a' }],
    report: async (query) => {
      if (query.organisation === 'H99') throw nearMiss()
      return aReport(query)
    },
    renderReport: async (report, format) =>
      new TextEncoder().encode(format === 'json' ? JSON.stringify(report) : `${format} of report`),
    reconcile: async (query) => aReconciliation(query),
    why: async (query) => {
      if (query.organisation === 'H99') throw nearMiss()
      return anExplanation(query)
    },
    checkReport: async () => ({ report: UNKNOWN_HEAD, checked: 0, findings: [] }),
    closePeriod: async () => ({ ...aPeriod(), warnings: [] }),
    reopenPeriod: async () => aPeriod(),
    listPeriods: async () => [aPeriod()],
    restatements: async (query) => someRestatements(query.period),
    calendar: () => ({ years: [2022], days: [A_HOLIDAY] }),
    entered: fakeEntered(),
    close: async () => {},
    ...rest,
  }
  return hub as Hub
}

function fakeStore(): Partial<Hub['store']> {
  return {
    ping: async () => {},
    listRuns: async ({ after, limit } = {}) => {
      const all = [aRun({ id: 'run-3' }), aRun({ id: 'run-2', status: 'failed' }), aRun()]
      const start = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1
      const items = all.slice(start, start + (limit ?? 50))
      return { items, next: start + items.length < all.length ? (items.at(-1)?.id ?? null) : null }
    },
    getRun: async (id) => {
      if (id === 'run-1') return aRun()
      throw new NotFoundError(`No run has the id ${id}.`, { fix: 'See cchc runs.' })
    },
    listQuarantine: async () => ({ items: [A_REFUSAL], next: null }),
    getQuarantined: async () => A_REFUSAL,
  }
}

function nearMiss(): NotFoundError {
  return new NotFoundError('No organisation has the code H99.', { fix: 'Did you mean H15?' })
}
