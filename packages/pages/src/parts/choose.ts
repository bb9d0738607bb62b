import { COUNTING_RULES } from '@cchc/domain'
import { organisations } from '@cchc/hub/questions/organisations'
import { ifAllowed } from '../ask.ts'
import type { Chosen } from '../chosen.ts'
import { type Html, html, NOTHING, plain } from '../html.ts'
import { linkTo } from '../links.ts'
import type { Viewing } from '../view.ts'
import { orgField, periodField } from './fields.ts'

/** More than that would make every page heavy: the unit is then typed. */
const MOST_SUGGESTED = 150

interface Choosing {
  readonly path: string
  /** Other things that the address holds and keeps. */
  readonly kept?: Readonly<Record<string, string | undefined>>
  /** Without it the rule is not to be chosen. */
  readonly withRule?: boolean
  readonly more?: Html
}

/** The form in which unit, period and rule are chosen; it works without a script. */
export async function chooser(
  { ask, place }: Viewing,
  chosen: Chosen,
  { path, kept = {}, withRule = true, more = NOTHING }: Choosing,
): Promise<Html> {
  const known = await ifAllowed(ask(organisations, { limit: MOST_SUGGESTED }))
  const suggested = known && known.next === null ? known.items : []
  const hidden = Object.entries(kept).flatMap(([name, value]) =>
    value === undefined ? [] : [html`<input type="hidden" name="${name}" value="${value}">`],
  )
  return html`<form class="choose" method="get" action="${linkTo(path)}" role="search">${hidden}
${orgField(chosen.org, { list: 'don-vi' })}
<datalist id="don-vi">${suggested.map(({ code, name }) => html`<option value="${code}">${plain(name)}</option>`)}</datalist>
${periodField(chosen.period, { place })}
${withRule ? ruleChoice(chosen.rule) : NOTHING}${more}
<button>Xem</button></form>`
}

function ruleChoice(chosen: string | undefined): Html {
  const options = COUNTING_RULES.map(({ id, name }) => {
    return html`<option value="${id}"${id === chosen ? html` selected` : NOTHING}>${name}</option>`
  })
  return html`<label>Quy tắc đếm <select name="rule">${options}</select></label>`
}
