import type { AnswerOf } from '@cchc/hub/questions/question'
import { ranking as question, RANKED_BY } from '@cchc/hub/questions/ranking'
import { chosenIn, chosenOf } from '../chosen.ts'
import { type Html, html, NOTHING, named } from '../html.ts'
import { linkTo, PATHS } from '../links.ts'
import { besideFigures, ruleLine } from '../parts/beside-figures.ts'
import { chooser } from '../parts/choose.ts'
import { rankingTable, similarUnits } from '../parts/ranking-table.ts'
import { titleOf } from '../periods.ts'
import { RANKING_TAKES, rankingAsked } from '../ranking-asked.ts'
import type { View } from '../view.ts'

/** Where units stand among those of their level; communes never against departments. */
export const ranking: View = {
  path: PATHS.ranking,
  menu: 'So sánh',
  takes: [...RANKING_TAKES, 'unit'],
  async show(viewing) {
    const { measure: wished, unit } = viewing.given
    const own = chosenIn(viewing)
    const answer = await viewing.ask(question, rankingAsked(own, wished))
    const chosen = chosenOf(own, answer)
    const { measure, levels, smallBelow, organisation } = answer
    const codes = levels.flatMap(({ units }) => units.map(({ code }) => code))
    const around = { chosen, measure, codes, unit }
    const { org, period, rule, partial } = chosen
    const file = linkTo('/tai-ve/so-sanh', { org, period, rule, partial, measure: measure.id })
    const some = levels.filter(({ units }) => units.length > 1)
    return {
      title: `So sánh ${titleOf(period)}`,
      content: html`<h1>${organisation ? named(organisation.name) : 'Tất cả các đơn vị'}<small>${measure.name}, ${titleOf(period)}</small></h1>
${await chooser(viewing, chosen, { path: PATHS.ranking, more: measureChoice(measure) })}
${ruleLine(answer)}
${besideFigures(answer, { chosen, place: viewing.place, path: PATHS.ranking })}
<p>So với các đơn vị cùng cấp; tỷ lệ bằng nhau thì đồng hạng. <strong>Ít hồ sơ</strong>: tỷ lệ tính trên dưới ${String(smallBelow)} hồ sơ, chỉ một vài hồ sơ đã làm thay đổi nhiều. <a href="${file}">Tải bảng này (csv)</a></p>
${similarUnits(levels, around)}
${some.map((level) => rankingTable(level, around))}${some.length === 0 ? html`<p class="empty">Không có hai đơn vị cùng cấp nào để so sánh.</p>` : NOTHING}`,
    }
  },
}

function measureChoice({ id: chosen }: AnswerOf<typeof question>['measure']): Html {
  const options = RANKED_BY.map(
    ({ id, name }) =>
      html`<option value="${id}"${id === chosen ? html` selected` : NOTHING}>${name}</option>`,
  )
  return html`<label>Tỷ lệ so sánh <select name="measure">${options}</select></label>`
}
