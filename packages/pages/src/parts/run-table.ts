import type { AnswerOf } from '@cchc/hub/questions/question'
import type { runs } from '@cchc/hub/questions/runs'
import { type Html, html, named } from '../html.ts'
import { linkTo, PATHS } from '../links.ts'
import { printedCount, printedInstant } from '../printed.ts'
import { table } from './table.ts'

type Run = AnswerOf<typeof runs>['items'][number]

/** How runs end, in words. */
export const RUN_STATES = {
  running: 'đang chạy',
  done: 'xong',
  partial: 'một phần',
  failed: 'lỗi',
  interrupted: 'bị ngắt',
  abandoned: 'bỏ dở',
} as const satisfies Readonly<Record<Run['status'], string>>

/** Runs, and what each did. */
export function runTable(all: readonly Run[]): Html {
  return table(
    'Các lượt đồng bộ',
    [
      {
        title: 'Lượt',
        isHead: true,
        cell: ({ id }: Run) => html`<a href="${linkTo(PATHS.run, { id })}">${id}</a>`,
      },
      { title: 'Nguồn', cell: ({ source }: Run) => named(source) },
      { title: 'Kết quả', cell: stateOf },
      { title: 'Bắt đầu', isShort: true, cell: ({ startedAt }: Run) => printedInstant(startedAt) },
      { title: 'Nhận', isNumber: true, cell: ({ counts }: Run) => printedCount(counts.fetched) },
      { title: 'Mới', isNumber: true, cell: ({ counts }: Run) => printedCount(counts.new) },
      {
        title: 'Thay đổi',
        isNumber: true,
        cell: ({ counts }: Run) => printedCount(counts.changed),
      },
      { title: 'Từ chối', isNumber: true, cell: ({ counts }: Run) => printedCount(counts.refused) },
    ],
    { rows: all, empty: 'Chưa có lượt đồng bộ nào.' },
  )
}

function stateOf({ status }: Run): Html {
  const kind = status === 'done' ? 'good' : status === 'running' ? '' : 'bad'
  return html`<span class="${kind}">${RUN_STATES[status]}</span>`
}
