import { dossierStatistics } from '@cchc/hub/questions/dossier-statistics'
import type { AnswerOf } from '@cchc/hub/questions/question'
import { status } from '@cchc/hub/questions/status'
import { ifAllowed } from '../ask.ts'
import { askedOf, CHOSEN, type Chosen, chosenIn, chosenOf } from '../chosen.ts'
import { type Html, html, NOTHING, named } from '../html.ts'
import { linkTo, PATHS } from '../links.ts'
import { besideFigures, ruleLine } from '../parts/beside-figures.ts'
import { chooser } from '../parts/choose.ts'
import { tilesOf } from '../parts/headline.ts'
import { notice } from '../parts/notice.ts'
import { splitTable } from '../parts/split-table.ts'
import { titleOf, yearBefore } from '../periods.ts'
import type { View, Viewing } from '../view.ts'

/** So many units and fields stand here; the others are one click away. */
const MOST_GROUPS = 12

type Answer = AnswerOf<typeof dossierStatistics>

/** Where an organisation stands in a period: what it received, resolved and has in process, how it went, and where. */
export const overview: View = {
  path: PATHS.overview,
  menu: 'Tổng quan',
  takes: CHOSEN,
  async show(viewing) {
    const asked = chosenIn(viewing)
    const { months, fields, units, before: last } = await answersOf(viewing, asked)
    const chosen = chosenOf(asked, months)
    const before = last && { ...last.total, chosen: { ...chosen, period: last.period } }
    const title = `Tổng quan ${titleOf(chosen.period)}`
    return {
      title,
      content: html`<h1>${headOf(months)}<small>${titleOf(chosen.period)}</small></h1>
${await chooser(viewing, chosen, { path: PATHS.overview })}
${ruleLine(months, ruleLink(chosen))}
${await staleSources(viewing)}
${besideFigures(months, { chosen, place: viewing.place, path: PATHS.overview })}
${tilesOf(months.total, { chosen, before })}
${splitTable(months, { by: 'month', chosen, place: viewing.place })}
${splitTable(units, { by: 'org', chosen, place: viewing.place })}
<p><a href="${linkTo(PATHS.ranking, { ...chosen })}">So sánh, xếp hạng các đơn vị cùng cấp</a></p>
${splitTable(fields, { by: 'field', chosen, place: viewing.place })}`,
    }
  },
}

async function answersOf({ ask }: Viewing, chosen: Chosen) {
  const asked = askedOf(chosen)
  const period = yearBefore(chosen.period)
  const [months, units, fields, before] = await Promise.all([
    ask(dossierStatistics, { ...asked, by: ['month'] }),
    ask(dossierStatistics, { ...asked, by: ['org'], top: MOST_GROUPS }),
    ask(dossierStatistics, { ...asked, by: ['field'], top: MOST_GROUPS }),
    period === undefined ? undefined : ask(dossierStatistics, { ...asked, period }),
  ])
  const last = before && period !== undefined ? { total: before.total, period } : undefined
  return { months, units, fields, before: last }
}

function headOf({ organisation }: Answer): Html {
  return organisation ? named(organisation.name) : html`Tất cả các đơn vị`
}

function ruleLink({ org, period, rule }: Chosen): Html {
  const address = linkTo(PATHS.rules, { org, period, rule })
  return html`<a href="${address}">Quy tắc khác cho kết quả nào?</a>`
}

/** Which sources are older than they may be; whoever may not see sources is told by what is missing. */
async function staleSources({ ask }: Viewing): Promise<Html> {
  const known = await ifAllowed(ask(status, {}))
  const stale = known?.items.filter((item) => item.stale) ?? []
  const sources = [...new Set(stale.map(({ source }) => source))]
  if (sources.length === 0) return NOTHING
  return notice('Nguồn chưa cập nhật', [`Dữ liệu cũ hơn mức cho phép: ${sources.join(', ')}.`], {
    more: html`<p><a href="${linkTo(PATHS.sources)}">Xem tình trạng các nguồn</a></p>`,
  })
}
