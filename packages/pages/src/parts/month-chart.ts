import { type Html, html } from '../html.ts'
import { printedCount } from '../printed.ts'

/** A month as the chart shows it; null = not told, and nothing is drawn. */
export interface ChartMonth {
  readonly label: string
  readonly received: number | null
  readonly resolved: number | null
  readonly isWhole: boolean
}

const HEIGHT = 160
const SLOT = 56
const BAR = 20
const LEFT = 64

/**
 * Bars of each month for itself: no line joins months, for the first and the last may be shorter. Its numbers stand in the
 * table beside it.
 */
export function monthChart(months: readonly ChartMonth[]): Html {
  const most = Math.max(
    1,
    ...months.flatMap(({ received, resolved }) => [received ?? 0, resolved ?? 0]),
  )
  const top = roundUp(most)
  const width = LEFT + months.length * SLOT + 8
  const y = (count: number) => 12 + HEIGHT - (count / top) * HEIGHT
  const lines = [0, top / 2, top].map(
    (count) =>
      html`<line class="grid" x1="${String(LEFT)}" x2="${String(width)}" y1="${coordinate(y(count))}" y2="${coordinate(y(count))}"/><text class="axis" x="${String(LEFT - 6)}" y="${coordinate(y(count) + 4)}" text-anchor="end">${printedCount(count)}</text>`,
  )
  const bars = months.map((month, index) => {
    const x = LEFT + index * SLOT + 8
    const mark = month.isWhole ? '' : ' *'
    return html`${bar('received', { x, count: month.received, y })}${bar('resolved', { x: x + BAR, count: month.resolved, y })}<text class="axis" x="${String(x + BAR)}" y="${String(HEIGHT + 30)}" text-anchor="middle">${month.label}${mark}</text>`
  })
  return html`<figure class="chart" tabindex="0" aria-label="Biểu đồ theo tháng"><svg viewBox="0 0 ${String(width)} ${String(HEIGHT + 40)}" role="img" aria-label="Biểu đồ cột theo tháng: nhận giải quyết và đã giải quyết; số liệu ở bảng bên dưới">${patterns}${lines}${bars}</svg>
<figcaption><span class="key received"></span> Nhận giải quyết (3) <span class="key resolved"></span> Đã giải quyết (7)${months.every(({ isWhole }) => isWhole) ? '' : '. * Tháng không trọn: chỉ tính phần nằm trong kỳ.'}</figcaption></figure>`
}

const patterns = html`<defs><pattern id="soc" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" class="ground"/><rect width="3" height="6" class="stripe"/></pattern></defs>`

interface Bar {
  readonly x: number
  readonly count: number | null
  y(count: number): number
}

function bar(kind: string, { x, count, y }: Bar): Html | string {
  if (count === null || count <= 0) return ''
  const height = y(0) - y(count)
  return html`<rect class="${kind}" x="${String(x)}" y="${coordinate(y(count))}" width="${String(BAR - 2)}" height="${coordinate(height)}"/>`
}

function coordinate(number: number): string {
  return String(Math.round(number * 10) / 10)
}

/** A number of one digit and zeros, whose half is whole as well. */
function roundUp(count: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(count)))
  const even = Math.ceil(count / step)
  return Math.max(2, (even % 2 === 0 || step > 1 ? even : even + 1) * step)
}
