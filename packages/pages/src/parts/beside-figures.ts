import type { dossierStatistics } from '@cchc/hub/questions/dossier-statistics'
import type { AnswerOf } from '@cchc/hub/questions/question'
import type { Chosen } from '../chosen.ts'
import { type Html, html, NOTHING, plain } from '../html.ts'
import { linkTo } from '../links.ts'
import { printedDay, printedInstant } from '../printed.ts'
import type { Place } from '../view.ts'
import { notice } from './notice.ts'

type Told = Pick<
  AnswerOf<typeof dossierStatistics>,
  'missing' | 'stated' | 'cautions' | 'findings' | 'closed' | 'period' | 'suppressed'
>

interface Standing {
  readonly chosen: Chosen
  readonly place: Pick<Place, 'today'>
  /** The view on which they stand. */
  readonly path: string
}

/** What has to be known beside figures: what is missing of them, provisional, frozen, or against the rules of a form. */
export function besideFigures(told: Told, standing: Standing): Html {
  const { missing = [], stated = [], cautions = [], findings } = told
  const isShown = standing.chosen.partial === 'true'
  return html`${notice(isShown ? 'Số liệu mới biết một phần' : 'Chưa có đủ số liệu', missing, {
    more: otherWay(standing),
  })}
${notice('Số liệu tạm thời', provisional(told, standing))}
${notice('Các cột không khớp nhau', findings)}
${notice('Hiệu lực của quy tắc, biểu mẫu', cautions, { kind: 'told' })}
${notice('Số liệu do nguồn cung cấp, không đếm từ hồ sơ', stated, { kind: 'told' })}
${notice('Kỳ đã chốt', closed(told), { kind: 'told' })}
${notice('Số không công bố', suppressed(told), { kind: 'told' })}`
}

function otherWay({ chosen, path }: Standing): Html {
  const isShown = chosen.partial === 'true'
  const { org, period, rule } = chosen
  const address = linkTo(path, { org, period, rule, ...(isShown ? {} : { partial: 'true' }) })
  const words = isShown ? 'Chỉ xem số liệu đã đủ' : 'Xem cả phần số liệu đã biết'
  return html`<p><a href="${address}">${words}</a></p>`
}

function provisional({ period }: Told, { place }: Standing): readonly string[] {
  if (period.to < place.today) return []
  return [`Kỳ chưa kết thúc (đến hết ngày ${printedDay(period.to)}); số liệu còn thay đổi.`]
}

function closed({ closed: closing }: Told): readonly string[] {
  if (!closing) return []
  const { by, recordedAt, asOf, restated } = closing
  const frozen = `Chốt bởi ${plain(by)} lúc ${printedInstant(recordedAt)}; hiển thị số liệu biết đến ${printedInstant(asOf)}.`
  return restated ? [frozen, 'Số liệu biết sau khi chốt cho kết quả khác.'] : [frozen]
}

function suppressed({ suppressed: hidden }: Told): readonly string[] {
  return hidden ? [`Số đếm từ 1 đến dưới ${hidden.below} không công bố.`] : []
}

/** By which rule figures are counted, for which days. */
export function ruleLine(
  { rule, period }: Pick<AnswerOf<typeof dossierStatistics>, 'rule' | 'period'>,
  other: Html = NOTHING,
): Html {
  return html`<p class="rule">Từ ngày ${printedDay(period.from)} đến hết ngày ${printedDay(period.to)}. Đếm theo <strong>${rule.name}</strong> (${rule.id}, phiên bản ${String(rule.version)}). ${other}</p>`
}
