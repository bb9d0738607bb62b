import type { AnswerOf } from '@cchc/hub/questions/question'
import type { templates } from '@cchc/hub/questions/templates'
import { type Html, html, NOTHING, plain } from '../html.ts'
import { choosablePeriods, lastDayOf, titleOf } from '../periods.ts'
import type { Place } from '../view.ts'

/** Where the code or the whole name of a unit is typed; `list` names suggestions. */
export function orgField(org: string | undefined, { list }: { readonly list?: string } = {}): Html {
  const suggested = list === undefined ? NOTHING : html` list="${list}" autocomplete="off"`
  return html`<label>Đơn vị (mã hoặc tên đầy đủ) <input name="org" value="${org ?? ''}"${suggested} maxlength="40"></label>`
}

/** Where a period is chosen; `none` is what stands for no period. */
export function periodField(
  chosen: string,
  { place, none }: { readonly place: Place; readonly none?: string },
): Html {
  const groups = choosablePeriods(chosen, place)
  const isListed = chosen === '' || groups.some(({ periods }) => periods.includes(chosen))
  const without = none === undefined ? NOTHING : html`<option value="">${none}</option>`
  return html`<label>Kỳ <select name="period">${without}${isListed ? NOTHING : option(chosen, chosen)}${groups.map(
    ({ year, periods }) =>
      html`<optgroup label="${String(year)}">${periods.map((one) => option(one, chosen))}</optgroup>`,
  )}</select></label>`
}

function option(period: string, chosen: string): Html {
  return html`<option value="${period}"${period === chosen ? html` selected` : NOTHING}>${titleOf(period)}</option>`
}

/** Who does something; whoever has a key with a name needs not say. */
export function personField({ hasKey }: Pick<Place, 'hasKey'>): Html {
  return html`<label>Người thực hiện${hasKey ? ' (bỏ trống: theo tên của khóa)' : ''} <input name="by" maxlength="200" autocomplete="username"${hasKey ? NOTHING : html` required`}></label>`
}

type Form = AnswerOf<typeof templates>['items'][number]

interface FormChoice {
  readonly chosen: string | undefined
  readonly period: string
  readonly place: Place
  /** What stands for no form. */
  readonly none?: string
}

/** Where a form is chosen: those in force at the end of the period first, so that one of them is meant unless told. */
export function formField(
  forms: readonly Form[],
  { chosen, period, place, none }: FormChoice,
): Html {
  const day = lastDayOf(period, place.cutOffDay)
  const { true: inForce = [], false: others = [] } = Object.groupBy(forms, (one) =>
    isInForce(one, day) ? 'true' : 'false',
  )
  const options = (some: readonly Form[]) =>
    some.map(
      ({ id, title }) =>
        html`<option value="${id}"${id === chosen ? html` selected` : NOTHING}>${id}: ${plain(title)}</option>`,
    )
  const group = (label: string, some: readonly Form[]) =>
    some.length === 0 ? NOTHING : html`<optgroup label="${label}">${options(some)}</optgroup>`
  const without = none === undefined ? NOTHING : html`<option value="">${none}</option>`
  return html`<label>Biểu mẫu <select name="template">${without}${group('Có hiệu lực trong kỳ', inForce)}${group('Không có hiệu lực trong kỳ', others)}</select></label>`
}

function isInForce({ inForce }: Form, day: string | undefined): boolean {
  if (day === undefined || inForce === undefined) return true
  const { from, to } = inForce
  return (from === null || from.day <= day) && (to === null || day <= to.day)
}
