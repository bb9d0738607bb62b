import { COUNTING_RULES, II06_COLUMNS, type StatisticsColumn, tt01 } from '@cchc/domain'
import type { AnswerOf } from '@cchc/hub/questions/question'
import { ruleComparison } from '@cchc/hub/questions/rule-comparison'
import { askedOf, CHOSEN, type Chosen, chosenIn, chosenOf } from '../chosen.ts'
import { type Html, html, NOTHING, named } from '../html.ts'
import { PATHS } from '../links.ts'
import { chooser } from '../parts/choose.ts'
import { figure } from '../parts/figure.ts'
import { notice } from '../parts/notice.ts'
import { table } from '../parts/table.ts'
import { titleOf } from '../periods.ts'
import { printedCount, printedDay, printedRate } from '../printed.ts'
import type { View } from '../view.ts'

type Answer = AnswerOf<typeof ruleComparison>
type Figures = Answer['total']['byRule'][number]

/** The same dossiers counted by every rule, and for which causes each differs from the first. */
export const rules: View = {
  path: PATHS.rules,
  takes: CHOSEN,
  async show(viewing) {
    const wished = chosenIn(viewing)
    const first = wished.rule ?? tt01.id
    const others = COUNTING_RULES.map(({ id }) => id).filter((id) => id !== first)
    const answer = await viewing.ask(ruleComparison, {
      ...askedOf(wished),
      rule: [first, ...others],
    })
    const chosen = chosenOf(wished, answer)
    const { missing = [], cautions = [], organisation, period } = answer
    const title = `Các quy tắc đếm, ${titleOf(chosen.period)}`
    return {
      title,
      content: html`<h1>${organisation ? named(organisation.name) : 'Tất cả các đơn vị'}<small>${title}</small></h1>
${await chooser(viewing, chosen, { path: PATHS.rules })}
<p class="rule">Từ ngày ${printedDay(period.from)} đến hết ngày ${printedDay(period.to)}. Cùng những hồ sơ đó, mỗi quy tắc đếm một cách; chênh lệch của mỗi cột so với quy tắc đầu tiên cộng lại đúng bằng các nguyên nhân bên dưới.</p>
${notice('Chưa có đủ số liệu', missing)}${notice('Hiệu lực của quy tắc', cautions, { kind: 'told' })}
${sideBySide(answer, chosen)}
${answer.total.differences.map((one) => differenceOf(one, answer))}`,
    }
  },
}

function sideBySide({ rules: all, total }: Answer, chosen: Chosen): Html {
  const rows = II06_COLUMNS.map(({ key, number, name }) => ({
    title: `${number} ${name}`,
    indicator: key as string,
    printed: ({ statistics }: Figures) => printedCount(statistics[key]),
  }))
  const rate = {
    title: 'Tỷ lệ đúng hạn của quy tắc',
    indicator: 'onTime',
    printed: ({ onTime }: Figures) => printedRate(onTime),
  }
  const columns = total.byRule.map((figures) => ({
    title: html`${nameOf(all, figures.rule)}`,
    isNumber: true as const,
    cell: ({ printed, indicator }: typeof rate) =>
      figure(printed(figures), indicator, { ...chosen, rule: figures.rule }),
  }))
  const head = { title: 'Chỉ tiêu', isHead: true as const, cell: ({ title }: typeof rate) => title }
  return table('Cùng số liệu theo từng quy tắc đếm', [head, ...columns], {
    rows: [...rows, rate],
    empty: '',
  })
}

type Difference = Answer['total']['differences'][number]

function differenceOf({ base, other, causes }: Difference, { rules: all }: Answer): Html {
  const title = `${nameOf(all, other)} so với ${nameOf(all, base)}`
  if (causes.length === 0)
    return html`<section><h2>${title}</h2><p>Không có hồ sơ nào được đếm khác.</p></section>`
  const rows = causes.flatMap((cause) => cause.columns.map((column) => ({ ...cause, ...column })))
  type Row = (typeof rows)[number]
  return html`<section><h2>${title}</h2>${table(
    `Nguyên nhân chênh lệch: ${title}`,
    [
      { title: 'Nguyên nhân', isHead: true, cell: ({ name }: Row) => name.vi },
      { title: 'Cột', cell: ({ column }: Row) => columnName(column) },
      { title: 'Thêm', isNumber: true, cell: ({ more }: Row) => printedCount(more) },
      { title: 'Bớt', isNumber: true, cell: ({ fewer }: Row) => printedCount(fewer) },
      {
        title: 'Chênh lệch',
        isNumber: true,
        cell: ({ difference }: Row) => printedCount(difference),
      },
      {
        title: 'Hai quy tắc trả lời thế nào',
        cell: ({ answers }: Row) =>
          answers ? html`${answers.other.vi} <em>Quy tắc đầu:</em> ${answers.base.vi}` : NOTHING,
      },
    ],
    { rows, empty: '' },
  )}</section>`
}

function nameOf(all: Answer['rules'], rule: string): string {
  return all.find(({ id }) => id === rule)?.name ?? rule
}

function columnName(column: StatisticsColumn): string {
  const known = II06_COLUMNS.find(({ key }) => key === column)
  return known ? `${known.number} ${known.name}` : column
}
