import type { AnswerOf } from '@cchc/hub/questions/question'
import { oneRun } from '@cchc/hub/questions/runs'
import { type Html, html, NOTHING, named, plain } from '../html.ts'
import { linkTo, PATHS } from '../links.ts'
import { liveRun } from '../parts/live-run.ts'
import { notice } from '../parts/notice.ts'
import { RUN_STATES } from '../parts/run-table.ts'
import { table } from '../parts/table.ts'
import { printedCount, printedInstant } from '../printed.ts'
import type { View } from '../view.ts'

type Run = AnswerOf<typeof oneRun>

/** Everything about one run. */
export const run: View = {
  path: PATHS.run,
  takes: ['id'],
  async show({ ask, given: { id = '' } }) {
    const found = await ask(oneRun, { id })
    const { source, startedAt, finishedAt, status, error, failures } = found
    const faults = [...(error ? [error] : []), ...failures].map(
      ({ message, fix }) => `${message} ${fix ?? ''}`,
    )
    const title = `Lượt đồng bộ ${found.id}`
    return {
      title,
      content: html`<p class="back"><a href="${linkTo(PATHS.sources)}">Về nguồn dữ liệu</a></p>
<h1>${title}<small>${named(source)}: ${RUN_STATES[status]}</small></h1>
<p class="rule">Bắt đầu ${printedInstant(startedAt)}${finishedAt ? html`, kết thúc ${printedInstant(finishedAt)}` : NOTHING}; bộ kết nối ${found.connector} ${found.connectorVersion}.</p>
${liveRun(found, linkTo(PATHS.run, { id: found.id }))}${notice('Lỗi', faults)}${notice('Cảnh báo', found.warnings)}${notice('Ghi chú', found.notes, { kind: 'told' })}${notice('Cửa kiểm soát', found.gate.map(gateLine), { kind: 'told' })}
${countsOf(found)}`,
    }
  },
}

const GATE = { closed: 'đóng', opened: 'mở', accepted: 'được chấp nhận' } as const

function gateLine({ action, at, reasons, by, note }: Run['gate'][number]): string {
  const who = by === null ? '' : ` bởi ${plain(by)}`
  return `${printedInstant(at)}: ${GATE[action]}${who}. ${[...reasons, note ?? ''].filter(Boolean).join('; ')}`
}

const COUNTS = [
  ['pages', 'Trang'],
  ['fetched', 'Bản ghi nhận được'],
  ['new', 'Mới'],
  ['changed', 'Thay đổi'],
  ['unchanged', 'Không đổi'],
  ['outdated', 'Cũ hơn bản đã có'],
  ['removed', 'Đã xóa'],
  ['refused', 'Bị từ chối'],
  ['requests', 'Yêu cầu gửi đi'],
  ['retries', 'Gửi lại'],
  ['bytes', 'Byte'],
] as const satisfies readonly (readonly [keyof Run['counts'], string])[]

function countsOf({ counts, streams }: Run): Html {
  type Row = (typeof COUNTS)[number]
  const each = Object.entries(streams).map(([name, own]) => ({
    title: name,
    isNumber: true as const,
    cell: ([key]: Row) => printedCount(own[key]),
  }))
  return table(
    'Việc đã làm',
    [
      { title: 'Số đếm', isHead: true, cell: ([, name]: Row) => name },
      { title: 'Cả lượt', isNumber: true, cell: ([key]: Row) => printedCount(counts[key]) },
      ...each,
    ],
    { rows: COUNTS, empty: '' },
  )
}
