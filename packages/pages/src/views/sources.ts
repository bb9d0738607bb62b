import { quarantine } from '@cchc/hub/questions/quarantine'
import type { AnswerOf } from '@cchc/hub/questions/question'
import { runs } from '@cchc/hub/questions/runs'
import { status } from '@cchc/hub/questions/status'
import { type Html, html, named } from '../html.ts'
import { linkTo, PATHS } from '../links.ts'
import { linkIfAllowed } from '../parts/if-allowed.ts'
import { liveRun } from '../parts/live-run.ts'
import { notice } from '../parts/notice.ts'
import { refusalTable } from '../parts/refusal-table.ts'
import { runTable } from '../parts/run-table.ts'
import { STREAM_NAMES } from '../parts/stream-names.ts'
import { table } from '../parts/table.ts'
import { printedCount, printedDay, printedInstant } from '../printed.ts'
import type { View } from '../view.ts'

/** How many runs and refused records stand here. */
const MOST = 15

/** How many runs are followed as they happen: a browser holds few connections to one place. */
const MOST_FOLLOWED = 2

type Stream = AnswerOf<typeof status>['items'][number]

/** How fresh each source is, what of it was read, what its runs did, and what it was refused. */
export const sources: View = {
  path: PATHS.sources,
  menu: 'Nguồn',
  takes: [],
  async show(viewing) {
    const { ask } = viewing
    const [state, last, refused] = await Promise.all([
      ask(status, {}),
      ask(runs, { limit: MOST }),
      ask(quarantine, { limit: MOST }),
    ])
    const running = last.items.filter(({ status }) => status === 'running').slice(0, MOST_FOLLOWED)
    return {
      title: 'Nguồn dữ liệu',
      content: html`<h1>Nguồn dữ liệu<small>${state.stale ? 'Có dữ liệu cũ hơn mức cho phép' : 'Dữ liệu của mọi nguồn còn mới'}</small></h1>
${notice('Cần xem', state.findings)}
${gatesOf(state.items)}
${running.map((one) => liveRun(one, linkTo(PATHS.sources)))}
<section><h2>Độ mới và phạm vi đã đọc</h2>${streamTable(state.items)}<p>${await linkIfAllowed(viewing, PATHS.sync, { words: 'Đồng bộ ngay một nguồn' })}</p></section>
<section><h2>Các lượt đồng bộ gần đây</h2>${runTable(last.items)}</section>
<section><h2>Hồ sơ bị từ chối</h2>${await refusalTable(viewing, refused.items)}<p>${await linkIfAllowed(viewing, PATHS.retry, { words: 'Đọc lại từ cổng' })} <a href="${linkTo(PATHS.refused)}">Xem tất cả hồ sơ bị từ chối</a></p></section>`,
    }
  },
}

/** Newer data that wait for a person, so that the last good ones are shown. */
function gatesOf(streams: readonly Stream[]): Html {
  const held = new Map(
    streams.flatMap(({ source, gate }) => (gate ? [[source, gate] as const] : [])),
  )
  const told = [...held].map(
    ([source, { since, shownAsOf, reasons }]) =>
      `${source}: chờ từ ${printedInstant(since)}; đang hiển thị số liệu biết đến ${printedInstant(shownAsOf)}. Lý do: ${reasons.join('; ')}`,
  )
  return notice('Cửa kiểm soát đang giữ số liệu mới', told)
}

function streamTable(streams: readonly Stream[]): Html {
  return table(
    'Độ mới của từng nguồn',
    [
      { title: 'Nguồn', isHead: true, cell: ({ source }: Stream) => named(source) },
      { title: 'Loại dữ liệu', cell: ({ stream }: Stream) => STREAM_NAMES[stream] ?? stream },
      { title: 'Tình trạng', cell: stateOf },
      { title: 'Số bản ghi', isNumber: true, cell: ({ records }: Stream) => printedCount(records) },
      {
        title: 'Bị từ chối',
        isNumber: true,
        cell: ({ quarantined }: Stream) => printedCount(quarantined),
      },
      {
        title: 'Không còn trên cổng',
        isNumber: true,
        cell: ({ missing }: Stream) => printedCount(missing),
      },
      {
        title: 'Đọc trọn lần cuối',
        cell: ({ completedAt }: Stream) =>
          completedAt ? printedInstant(completedAt) : 'chưa bao giờ',
      },
      { title: 'Đã đọc từ – đến', cell: coveredOf },
    ],
    { rows: streams, empty: 'Chưa cấu hình nguồn nào.' },
  )
}

function stateOf({ stale, gate }: Stream): Html {
  if (gate) return html`<span class="bad">đang giữ ở cửa kiểm soát</span>`
  return stale ? html`<span class="bad">cũ</span>` : html`<span class="good">mới</span>`
}

function coveredOf({ covered, stated = [] }: Stream): string {
  if (covered) {
    const from = covered.from === null ? 'từ đầu' : printedDay(covered.from)
    return `${from} – ${printedInstant(covered.to)}`
  }
  return stated.length > 0 ? `${stated.length} đơn vị có số liệu` : 'chưa'
}
