import { printNumber } from '@cchc/domain'
import { RECONCILE_CHANNELS, RECONCILE_MEASURES } from '@cchc/domain/reconcile'
import type { AnswerOf } from '@cchc/hub/questions/question'
import type { reconciliation } from '@cchc/hub/questions/reconciliation'
import type { Column } from '../../output/listing.ts'
import { periodText } from '../../output/period-text.ts'

type View = AnswerOf<typeof reconciliation>
export type ReconcileLine = View['lines'][number]

/** What people read of each figure; programs get the codes and the instants in columns of their own. */
export function reconcileColumns(lines: readonly ReconcileLine[]): Column<ReconcileLine>[] {
  const beside = lines.some(({ inMinistries }) => inMinistries !== undefined)
  return [...FIGURE, ...(beside ? [IN_MINISTRIES] : []), ...RESULT]
}

const FIGURE: readonly Column<ReconcileLine>[] = [
  { title: 'Cổng', show: ({ portal }) => portal },
  { title: 'Mã', show: ({ organisation }) => organisation.code },
  { title: 'Đơn vị', flexible: true, show: ({ organisation }) => organisation.name },
  { title: 'Kỳ', show: ({ period }) => periodText(period) },
  {
    title: 'Hình thức',
    show: ({ channel }) => (channel === null ? 'Tất cả' : RECONCILE_CHANNELS[channel]),
  },
  { title: 'Chỉ tiêu', show: ({ measure }) => RECONCILE_MEASURES[measure] },
  count('Tại tỉnh', ({ here }) => here),
]

const IN_MINISTRIES = count('Chỉ tại\nhệ thống\ncủa bộ', ({ inMinistries }) => inMinistries ?? null)

const RESULT: readonly Column<ReconcileLine>[] = [
  count('Trên cổng', ({ there }) => there),
  {
    title: 'Chênh\nlệch',
    right: true,
    show: ({ difference }) => signed(difference),
    plain: ({ difference }) => String(difference),
  },
  { title: 'Kết quả', show: verdictText },
  { title: 'Nguyên nhân', flexible: true, show: causesText },
  count('Chưa rõ', ({ unexplained }) => unexplained),
]

export const RECONCILE_ORIGIN_COLUMNS: readonly Column<ReconcileLine>[] = [
  { title: 'Nguồn', show: ({ source }) => source },
  { title: 'Từ ngày', show: ({ period }) => period.from },
  { title: 'Đến ngày', show: ({ period }) => period.to },
  { title: 'Chỉ tiêu của cổng', show: ({ portalMeasure }) => portalMeasure },
  { title: 'Quy tắc đếm', show: ({ rule }) => rule.id },
  { title: 'Mã kết quả', show: ({ verdict }) => verdict },
  {
    title: 'Mã nguyên nhân',
    show: ({ causes }) =>
      causes
        .map(({ code, detail, dossiers }) => `${causeCode(code, detail)}=${dossiers}`)
        .join(' '),
  },
]

function causeCode(code: string, detail: ReconcileLine['causes'][number]['detail']): string {
  return detail === null ? code : `${code}:${detail.code}`
}

function count(
  title: string,
  value: (line: ReconcileLine) => number | null,
): Column<ReconcileLine> {
  return {
    title,
    right: true,
    show: (line) => {
      const amount = value(line)
      return amount === null ? 'không có' : printNumber(amount)
    },
    plain: (line) => String(value(line) ?? ''),
  }
}

function signed(amount: number): string {
  return amount > 0 ? `+${printNumber(amount)}` : printNumber(amount)
}

function verdictText({ verdict, portal }: ReconcileLine): string {
  if (verdict === 'equal') return 'Khớp'
  if (verdict === 'different') return 'Lệch'
  return verdict === 'missing_there' ? `Thiếu trên ${portal}` : 'Thiếu tại tỉnh'
}

export function causesText({ causes, explained, verdict }: ReconcileLine): string {
  if (verdict === 'equal') return ''
  const known = causes.map(({ name, detail, dossiers, confidence, procedures }) => {
    const what = detail === null ? name : `${name} (${detail.name})`
    const fits = confidence === 'arithmetic' ? ', suy từ số tổng' : ''
    return `${what}: ${printNumber(dossiers)} hồ sơ${fits}${proceduresText(procedures)}`
  })
  return [...known, ...(explained ? [] : ['chưa rõ nguyên nhân'])].join('; ')
}

const MOST_PROCEDURES = 3

/** The procedures with the most dossiers, by their codes; all of them are in JSON. */
function proceduresText(procedures: ReconcileLine['causes'][number]['procedures'] = []): string {
  const told = procedures.filter(({ code }) => code !== null)
  if (told.length === 0) return ''
  const shown = told.slice(0, MOST_PROCEDURES)
  const parts = shown.map(({ code, dossiers }) => `${code}: ${printNumber(dossiers)}`)
  return ` (${[...parts, ...(told.length > MOST_PROCEDURES ? ['…'] : [])].join(', ')})`
}
