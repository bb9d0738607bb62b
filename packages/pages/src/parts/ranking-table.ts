import type { AnswerOf } from '@cchc/hub/questions/question'
import type { ranking } from '@cchc/hub/questions/ranking'
import type { Chosen } from '../chosen.ts'
import { type Html, html, NOTHING, named, plain } from '../html.ts'
import { linkTo, PATHS } from '../links.ts'
import { printedCount, printedRate } from '../printed.ts'
import { explainedBy } from './explained-by.ts'
import { figure } from './figure.ts'

type Answer = AnswerOf<typeof ranking>
type Level = Answer['levels'][number]
type Unit = Level['units'][number]

/** What a number of a ranking is asked for with. */
interface Around {
  readonly chosen: Chosen
  readonly measure: Answer['measure']
  readonly codes: readonly string[]
  /** The unit that is looked at. */
  readonly unit: string | undefined
}

/** More units make the page heavy; the file holds all. */
const MOST_UNITS = 130

/** The units of one level, the best first, with the median in its place. */
export function rankingTable(level: Level, around: Around): Html {
  const { name, ranked, median, units } = level
  const shown = units.slice(0, MOST_UNITS)
  const middle = Math.ceil(ranked / 2)
  const rows = shown.map((unit) => rowOf(unit, around))
  const mark =
    median === null || ranked < 2
      ? NOTHING
      : html`<tr class="median"><td></td><th scope="row">Trung vị của ${printedCount(ranked)} đơn vị</th><td class="n">${printedRate(median)}</td><td colspan="3"></td></tr>\n`
  const rest = units.length - shown.length
  const title = `${name}: ${around.measure.name.toLowerCase()}`
  return html`<section><h2>${name}</h2><div class="wide" tabindex="0" role="group" aria-label="${plain(title)}"><table><caption>${plain(title)}, ${around.measure.best === 'highest' ? 'cao nhất' : 'thấp nhất'} trước</caption>
<thead><tr>${HEADS}</tr></thead>
<tbody>
${rows.slice(0, middle)}${mark}${rows.slice(middle)}</tbody></table></div>${
    rest > 0 ? html`<p>và ${String(rest)} đơn vị khác; tệp csv có đủ.</p>` : NOTHING
  }</section>`
}

const HEADS = html`<th scope="col" class="n">Hạng</th><th scope="col">Đơn vị</th><th scope="col" class="n">Tỷ lệ</th><th scope="col" class="n">Tính trên số hồ sơ</th><th scope="col" class="n">Hơn (% đơn vị cùng cấp)</th><th scope="col" class="n">Hạng trong nhóm cùng quy mô</th>`

function rowOf(one: Unit, { chosen, measure, codes, unit }: Around): Html {
  const { code, name, rate, place, isSmall, similar } = one
  const own = explainedBy(code, { chosen, codes })
  const { org, period, rule, partial } = chosen
  const asked = { org, period, rule, partial, measure: measure.id, unit: code }
  const small = isSmall && place ? html` <span class="small">(ít hồ sơ)</span>` : NOTHING
  const peers = similar
    ? html`<a href="${linkTo(PATHS.ranking, asked)}#cung-quy-mo">${String(similar.rank)}/${String(similar.units.length + 1)}</a>`
    : NOTHING
  return html`<tr${code === unit ? html` class="chosen"` : NOTHING}><td class="n">${rankOf(place)}</td><th scope="row">${named(name)}${small}</th><td class="n">${figure(printedRate(rate), measure.id, own)}</td><td class="n">${printedCount(rate?.denominator)}</td><td class="n">${place && place.betterThan.denominator > 0 ? printedRate(place.betterThan) : NOTHING}</td><td class="n">${peers}</td></tr>\n`
}

function rankOf(place: Unit['place']): Html {
  if (place === null) return html`–`
  return html`${String(place.rank)}${place.isTied ? html` <small>(đồng hạng)</small>` : NOTHING}`
}

/** A unit among those of its level that have about as many dossiers. */
export function similarUnits(levels: readonly Level[], around: Around): Html {
  const level = levels.find(({ units }) => units.some(({ code }) => code === around.unit))
  const own = level?.units.find(({ code }) => code === around.unit)
  if (!level || !own?.similar) return NOTHING
  const { similar } = own
  const units = level.units.filter(
    (one) => one.code === own.code || similar.units.includes(one.code),
  )
  return html`<section id="cung-quy-mo"><h2>${named(own.name)} và các đơn vị cùng quy mô</h2>
<p>Cùng cấp, có từ một nửa đến gấp đôi số hồ sơ: hạng <strong>${String(similar.rank)}/${String(similar.units.length + 1)}</strong> trong nhóm.</p>
<div class="wide" tabindex="0" role="group" aria-label="Các đơn vị cùng quy mô"><table><thead><tr>${HEADS}</tr></thead>
<tbody>
${units.map((one) => rowOf(one, around))}</tbody></table></div></section>`
}
