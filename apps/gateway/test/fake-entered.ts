import {
  IndexAssessment,
  indexGap,
  NotFoundError,
  parseCell,
  parseDeadline,
  parseTaskStatus,
  planProgress,
  UsageError,
} from '@cchc/domain'
import type { Hub } from '@cchc/hub/contract'

/** What people entered: one figure, which another one may replace only with leave. */
export function fakeEntered(): Hub['entered'] {
  return {
    importIndicators: () => Promise.reject(new Error('files are not sent to the gateway')),
    setIndicator: async ({
      indicatorId,
      value,
      by,
      period,
      organisation,
      note,
      replace,
      reason,
    }) => {
      if (!replace && indicatorId === 'plan_tasks_total') throw conflict()
      const entry = { indicatorId, value, enteredBy: by, period, note: note ?? '' }
      const figure = { ...aFigure(), ...entry, cell: parseCell(value), reason: reason ?? null }
      return { ...figure, organisation: organisation ?? 'H15' }
    },
    listIndicators: async ({ history } = {}) =>
      history ? [{ ...aFigure(), value: '29' }, aFigure()] : [aFigure()],
    missingIndicators: async ({ template = 'department-2025' }) => [
      { indicatorId: 'plan_tasks_done', template, code: '1.1', label: 'Số nhiệm vụ', unit: '' },
    ],
    importPlan: () => Promise.reject(new Error('files are not sent to the gateway')),
    importIndex: () => Promise.reject(new Error('files are not sent to the gateway')),
    planReport: () => Promise.reject(new Error('reports of plans are not served')),
    plan: async ({ year, lateOn, dueBy }) => {
      if (year !== 2023) throw new NotFoundError('No plan was entered.')
      const on = lateOn ?? dueBy ?? '2023-06-01'
      return { ...entered(year), title: 'Kế hoạch', on, tasks: planProgress(aPlan(), on) }
    },
    index: async ({ year = 2022 }) => {
      const result = anIndex(year)
      return { ...entered(year), result, gap: indexGap(result) }
    },
  }
}

function aFigure() {
  return {
    indicatorId: 'plan_tasks_total',
    label: 'Số nhiệm vụ đề ra trong kế hoạch',
    unit: 'Nhiệm vụ',
    organisation: 'H15',
    period: '2022',
    from: '2021-12-15',
    to: '2022-12-14',
    value: '30',
    cell: parseCell('30'),
    note: '',
    enteredBy: 'an',
    enteredAt: '2022-12-15T08:00:00+07:00',
    origin: { file: 'phu-luc.xlsx', sha256: 'a'.repeat(64), address: 'D12' },
    reason: null,
    supersededAt: null,
  }
}

function conflict(): UsageError {
  return new UsageError('Another figure was entered before.', {
    faults: [{ path: 'plan_tasks_total', message: 'holds 30, entered by an; now 31' }],
  })
}

function entered(year: number) {
  return {
    organisation: { code: 'H15', name: 'Tỉnh' },
    year,
    enteredBy: 'an',
    enteredAt: '2023-01-15T08:00:00+07:00',
    origin: null,
    reason: null,
  }
}

function aPlan() {
  const task = {
    number: 1,
    group: 'I',
    groupLabel: 'Thể chế',
    task: 'Trình dự thảo',
    product: 'Tờ trình',
    deadline: parseDeadline('Quý III/2023'),
    assignee: null,
    status: parseTaskStatus(''),
    documents: [],
    otherResults: [],
    resultText: null,
    parts: [],
  }
  return { tasks: [task] }
}

function anIndex(year: number): IndexAssessment {
  const score = { points: 11.5, max: 12.5, raw: null }
  const target = { points: 12.5, max: 12.5, raw: null }
  const domain = { number: 1, code: '3', label: 'TTHC', score, rank: null, target }
  const total = { points: 82.91, max: 100, raw: null }
  const blank = { document: null, basis: [], reviewedOn: null, rank: null, change: null }
  const rest = { year, total, domains: [domain], lostCriteria: [], targets: null }
  return IndexAssessment.parse({ title: 'Chỉ số', agency: 'Tỉnh', ...blank, ...rest })
}
