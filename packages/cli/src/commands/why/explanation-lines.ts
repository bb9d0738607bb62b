import { printDay, printDayRange, printInForce, printTreeDay } from '@cchc/domain'
import { oneLine } from '../../output/text-width.ts'
import { cellLines } from './cell-lines.ts'
import type { Explanation } from './explanation.ts'
import { printMoment } from './moments.ts'

/** An explanation for people, from the printed figure down to the runs that brought its data. */
export function explanationLines(view: Explanation): readonly string[] {
  return [
    ...headLines(view),
    '',
    ...cellLines(view.cell, { runs: new Map(view.runs.map((run) => [run.id, run])), view }),
    ...historyLines(view.history),
    '',
    'Độ mới của dữ liệu:',
    ...view.sources.map((source) => `  ${freshness(source)}`),
  ].map((line) => line.replace(/^( *)(.*)$/s, (_, indent, text) => indent + oneLine(text)))
}

function historyLines(history: Explanation['history']): readonly string[] {
  if (history === undefined) return []
  const values = history.map(({ printed, since, because }) => {
    return `  Từ ${printMoment(since)}: ${printed === '' ? '(chưa có số liệu)' : printed} (${because})`
  })
  return ['', 'Các giá trị từng có:', ...(values.length > 0 ? values : ['  chưa có giá trị nào'])]
}

function headLines(view: Explanation): string[] {
  const { template, organisation, period, rule, knownAt, closed, treeAt } = view
  const basis = rule.legalBasis.map(
    ({ type, number, date }) =>
      `${type} số ${number}${date === null ? '' : ` ngày ${printDay(date)}`}`,
  )
  const inForce = printInForce(rule.inForce)
  const frozen = closed?.restated ? 'đã chốt; dữ liệu nhận sau đó làm số liệu thay đổi' : 'đã chốt'
  return [
    `Biểu mẫu: ${template.title} (${template.id})`,
    `Đơn vị: ${organisation.name} (${organisation.code})`,
    `Kỳ báo cáo: ${period.text}. ${printDayRange(period)}; ngày chốt số liệu hằng tháng: ${period.cutOffDay}`,
    `Quy tắc đếm: ${rule.name} (${rule.id}, phiên bản ${rule.version}); căn cứ: ${basis.join('; ')}`,
    ...(inForce === '' ? [] : [`Hiệu lực của quy tắc: ${inForce}`]),
    `Theo dữ liệu đã biết đến ${printMoment(knownAt)}`,
    ...(treeAt === undefined ? [] : [printTreeDay(treeAt)]),
    ...(closed ? [`Kỳ báo cáo: ${frozen}`] : []),
  ]
}

function freshness({ source, title, lastCompletedAt }: Explanation['sources'][number]): string {
  const name = title === null ? source : `${source} (${title})`
  if (lastCompletedAt === null) return `${name}: chưa đồng bộ xong lần nào`
  return `${name}: đồng bộ xong ${printMoment(lastCompletedAt)}`
}
