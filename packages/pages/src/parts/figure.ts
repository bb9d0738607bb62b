import type { Chosen } from '../chosen.ts'
import { type Html, html, NOTHING } from '../html.ts'
import { linkTo, PATHS } from '../links.ts'
import { NOT_TOLD } from '../printed.ts'

/** A number that leads to where it comes from. `indicator` is what `why` is asked for; where it cannot be, it leads nowhere. */
export function figure(printed: string, indicator: string, chosen: Chosen | undefined): Html {
  if (chosen === undefined) return html`${printed}`
  if (printed === NOT_TOLD) {
    return html`<a class="none" href="${originOf(indicator, chosen)}" title="Chưa có đủ số liệu, hoặc không công bố">${printed}</a>`
  }
  return html`<a href="${originOf(indicator, chosen)}">${printed}</a>`
}

/** Where a figure is explained. */
export function originOf(indicator: string, { org, period, rule, partial }: Chosen): string {
  return linkTo(PATHS.origin, { indicator, org, period, rule, partial })
}

/** A figure with its name, as it stands at the head of a page. */
export function tile(
  title: string,
  { value, before, parts = NOTHING }: { value: Html; before: Html; parts?: Html },
): Html {
  return html`<section class="tile"><h2>${title}</h2><p class="value">${value}</p>${parts}${before}</section>`
}
