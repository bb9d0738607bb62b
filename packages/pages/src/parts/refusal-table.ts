import type { quarantine } from '@cchc/hub/questions/quarantine'
import type { AnswerOf } from '@cchc/hub/questions/question'
import { type Html, html, NOTHING, named } from '../html.ts'
import { linkTo, PATHS } from '../links.ts'
import { printedCount, printedInstant } from '../printed.ts'
import type { Viewing } from '../view.ts'
import { maySend } from './if-allowed.ts'
import { table } from './table.ts'

type Refusal = AnswerOf<typeof quarantine>['items'][number]

/** Refused records with their reasons; nothing of people is in them. */
export async function refusalTable(viewing: Viewing, all: readonly Refusal[]): Promise<Html> {
  const [mayRetry, mayDismiss] = await Promise.all([
    maySend(viewing, PATHS.retry),
    maySend(viewing, PATHS.dismiss),
  ])
  return table(
    'Hồ sơ bị từ chối',
    [
      {
        title: 'Khóa',
        isHead: true,
        cell: ({ key }: Refusal) => named(key ? Object.values(key).join(' ') : 'không đọc được'),
      },
      { title: 'Nguồn', cell: ({ source }: Refusal) => named(source) },
      { title: 'Lý do', cell: reasonsOf },
      { title: 'Lần đầu', cell: ({ firstSeenAt }: Refusal) => printedInstant(firstSeenAt) },
      {
        title: 'Số lần gặp',
        isNumber: true,
        cell: ({ timesSeen }: Refusal) => printedCount(timesSeen),
      },
      {
        title: 'Lượt cuối',
        cell: ({ lastRunId }: Refusal) =>
          html`<a href="${linkTo(PATHS.run, { id: lastRunId })}">${lastRunId}</a>`,
      },
      {
        title: 'Xử lý',
        cell: ({ id, source, dismissal, resolvedAt }: Refusal) =>
          dismissal || resolvedAt
            ? named(dismissal?.reason ?? 'đã xong')
            : html`${mayRetry ? html`<a href="${linkTo(PATHS.retry, { id, source })}">Đọc lại</a><br>` : NOTHING}${mayDismiss ? html`<a href="${linkTo(PATHS.dismiss, { id })}">Không cần xử lý</a>` : NOTHING}`,
      },
    ],
    { rows: all, empty: 'Không có hồ sơ nào bị từ chối.' },
  )
}

function reasonsOf({ reasons }: Refusal): Html {
  const told = reasons.map(
    ({ path, message, fix }) =>
      html`<li><code>${path}</code>: ${named(message)}${fix === null ? NOTHING : html` ${named(fix)}`}</li>`,
  )
  return html`<ul class="reasons">${told}</ul>`
}
