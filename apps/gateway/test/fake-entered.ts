import { parseCell, UsageError } from '@cchc/domain'
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
