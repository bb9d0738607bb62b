import { dossierStatistics } from '@cchc/hub/questions/dossier-statistics'
import { askedOf, CHOSEN, chosenIn, chosenOf } from '../chosen.ts'
import { html, NOTHING, named } from '../html.ts'
import { linkTo, PATHS } from '../links.ts'
import { besideFigures, ruleLine } from '../parts/beside-figures.ts'
import { chooser } from '../parts/choose.ts'
import { SPLITS, splitTable } from '../parts/split-table.ts'
import { titleOf } from '../periods.ts'
import type { View } from '../view.ts'

type By = keyof typeof SPLITS

/** More rows than that are had as a file. */
const MOST_ROWS = 80

/** The figures of a period split one way, as far as one page holds them. */
export const split: View = {
  path: PATHS.split,
  takes: [...CHOSEN, 'by'],
  async show(viewing) {
    const wished = chosenIn(viewing)
    const by = isBy(viewing.given.by) ? viewing.given.by : 'org'
    const answer = await viewing.ask(dossierStatistics, {
      ...askedOf(wished),
      by: [by],
      top: MOST_ROWS,
    })
    const chosen = chosenOf(wished, answer)
    const { title } = SPLITS[by]
    const { org, period, rule, partial } = chosen
    const others = (Object.keys(SPLITS) as By[]).map(
      (one) =>
        html`<li><a href="${linkTo(PATHS.split, { by: one, org, period, rule, partial })}"${one === by ? html` aria-current="true"` : NOTHING}>${SPLITS[one].title}</a></li>`,
    )
    return {
      title: `${title} ${titleOf(period)}`,
      content: html`<h1>${answer.organisation ? named(answer.organisation.name) : 'Tất cả các đơn vị'}<small>${title}, ${titleOf(period)}</small></h1>
${await chooser(viewing, chosen, { path: PATHS.split, kept: { by } })}
${ruleLine(answer)}
<nav aria-label="Cách chia"><ul class="tabs">${others}</ul></nav>
${besideFigures(answer, { chosen, place: viewing.place, path: PATHS.split })}
${splitTable(answer, { by, chosen, place: viewing.place })}
<p><a href="${fileOf({ by, org, period, rule, partial })}">Tải bảng này (csv)</a></p>`,
    }
  },
}

function isBy(text: string | undefined): text is By {
  return text !== undefined && Object.hasOwn(SPLITS, text)
}

function fileOf(asked: Parameters<typeof linkTo>[1]): string {
  return linkTo('/tai-ve/thong-ke', asked)
}
