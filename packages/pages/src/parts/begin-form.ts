import { randomUUID } from 'node:crypto'
import { type Begin, ifAllowed } from '../ask.ts'
import { type Html, html } from '../html.ts'
import { linkTo, PATHS } from '../links.ts'
import type { Sent, Shown, View } from '../view.ts'
import { run } from '../views/run.ts'
import { personField } from './fields.ts'
import { notice } from './notice.ts'

/** What a form that begins a reading sends beside what is to be read: who sends it, and that it is sent but once. */
export const BEGINS = ['by', 'once'] as const

interface BeginForm {
  readonly path: View['path']
  readonly fields: Html
  readonly button: string
}

/** A form that begins a reading of portals; sent again, as a browser does when it loads its answer anew, it begins nothing more. */
export function beginForm({ path, fields, button }: BeginForm, { place }: Pick<Sent, 'place'>) {
  return html`<form class="choose" method="post" action="${linkTo(path)}">
<input type="hidden" name="once" value="${randomUUID()}">
${fields}${personField(place)}
<p class="buttons"><button>${button}</button></p></form>`
}

/** Where one of the sources, or all of them, are chosen. */
export function sourceField(sources: readonly string[], chosen: string | undefined): Html {
  const all = chosen === undefined || sources.includes(chosen) ? sources : [...sources, chosen]
  const options = all.map(
    (one) => html`<option value="${one}"${one === chosen ? html` selected` : ''}>${one}</option>`,
  )
  return html`<label>Nguồn <select name="source"><option value="">Tất cả các nguồn</option>${options}</select></label>`
}

/** Begins a reading and shows its first run; why nothing was begun, where nothing was. */
export async function begun(
  { given, begin, ...sent }: Sent,
  { reading, title }: { readonly reading: Parameters<Begin>[0]; readonly title: string },
): Promise<Shown> {
  const { runs, notes } = await begin(reading, given)
  const [first] = runs
  const shown = first && (await ifAllowed(run.show({ ...sent, given: { id: first.id } })))
  if (shown) return shown
  const told = first
    ? [`Đã bắt đầu lượt ${first.id}; khóa của bạn không xem được diễn biến.`]
    : notes
  return {
    title,
    content: html`${backToSources}<h1>${title}</h1>${notice(first ? 'Đã bắt đầu' : 'Không có gì để đọc', told, { kind: 'told' })}`,
  }
}

/** The way back. */
export const backToSources: Html = html`<p class="back"><a href="${linkTo(PATHS.sources)}">Về nguồn dữ liệu</a></p>`
