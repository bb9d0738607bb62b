import { parsePeriod } from '@cchc/domain'
import type { Hub } from '@cchc/hub/contract'

/** A rate of two counts, of which the first came from one run. */
export function anExplanation(query: Parameters<Hub['why']>[0]): Awaited<ReturnType<Hub['why']>> {
  const { text, from, to, cutOffDay } = parsePeriod(query.period)
  const column = { key: 'value', number: null, title: 'Số liệu' }
  const place = { code: '3.1', label: query.row, unit: '%', indicatorId: null, column, note: '' }
  const counted = {
    kind: 'counted',
    figure: 'dossiers',
    name: 'Hồ sơ',
    formula: '(8) + (9)',
    per: 'organisation',
    conditions: [],
    window: { from, to },
    total: 4,
    contributions: [
      { code: 'H15.2', name: 'Sở Nội vụ', sources: ['province'], count: 4, columns: {} },
    ],
    records: 'dossiers',
    shares: [{ source: 'province', count: 4, runs: [{ run: 'run-1', count: 4 }] }],
    operands: [],
  } as const
  const ratio = { numerator: 4, denominator: 5 }
  const four = { state: 'number', value: 4, decimals: 0, percent: false, raw: null } as const
  return {
    template: { id: query.template ?? 'bnv-581-province', title: 'Báo cáo' },
    organisation: { code: query.organisation, name: 'Tỉnh', level: 'province' },
    period: { text, from, to, cutOffDay },
    knownAt: '2022-12-20T08:00:00+07:00',
    rule: { id: 'tt01-2020', version: 1, name: 'Thông tư 01', legalBasis: [] },
    cell: {
      ...place,
      rowId: 'III/3.1',
      printed: '80,00%',
      cell: { state: 'ratio', ...ratio, decimals: 2, raw: null },
      origin: {
        kind: 'quotient',
        formula: 'III/3.1.2 ÷ III/3.1.1',
        ...ratio,
        rounding: { exact: '80%', decimals: 2, method: 'half-up' },
        operands: [{ ...place, rowId: 'III/3.1.2', printed: '4', cell: four, origin: counted }],
      },
    },
    runs: [],
    sources: [{ source: 'province', title: 'Một cửa', lastCompletedAt: null }],
    findings: [],
  }
}

/** One line that is equal and one that differs. */
export function aReconciliation({
  period,
}: {
  period: string
}): Awaited<ReturnType<Hub['reconcile']>> {
  const { from, to } = parsePeriod(period, { day: 31 })
  const equal = {
    source: 'dvcqg',
    portal: 'Cổng DVCQG',
    rule: { id: 'qd766-2022', name: 'Bộ chỉ số 766' },
    organisation: { code: 'H15', name: 'Đơn vị H15', level: 'province' },
    period: { from, to, provisional: false },
    channel: null,
    measure: 'received',
    portalMeasure: 'dvc-progress-tree.totalReceived',
    here: 7,
    there: 7,
    difference: 0,
    verdict: 'equal',
    causes: [],
    unexplained: 0,
    explained: true,
    withinTolerance: true,
  } as const
  const cause = {
    code: 'two_codes',
    name: 'Một hồ sơ có hai mã',
    detail: null,
    dossiers: 1,
    effect: -1,
    confidence: 'identified',
  } as const
  const different = {
    ...equal,
    channel: 'online',
    there: 6,
    difference: -1,
    causes: [cause],
  } as const
  return {
    from,
    to,
    organisation: null,
    tolerance: { amount: 0, unit: 'dossiers' },
    lines: [equal, { ...different, verdict: 'different' }],
    summary: {
      lines: 2,
      byVerdict: { equal: 1, missing_there: 0, missing_here: 0, different: 1 },
      explained: 1,
      withinTolerance: 0,
      open: 0,
    },
  }
}

export function aProcedure(code: string) {
  return {
    code,
    name: `Thủ tục ${code}`,
    fieldCode: 'G01',
    fieldName: 'Hộ tịch',
    levels: ['province'],
    serviceLevels: ['full'],
    hasFee: false,
    inForce: true,
    sources: ['province'],
  }
}

export function aReport(query: {
  template: string
  period: string
}): Awaited<ReturnType<Hub['report']>> {
  const head = {
    province: 'Đắk Nông',
    agency: 'UBND tỉnh Đắk Nông',
    organisationCode: 'H15',
    level: 'province' as const,
    period: parsePeriod(query.period),
    issuedOn: null,
    reportNumber: null,
  }
  return {
    head,
    templateId: query.template,
    title: 'Biểu II.06a',
    formNumber: null,
    unitLine: null,
    columns: [{ key: 'stt', header: 'STT', headerGroups: [], number: '(1)', content: 'code' }],
    rows: [],
    provenance: null,
  }
}
