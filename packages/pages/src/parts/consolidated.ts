import type { consolidate } from '@cchc/hub/actions/consolidate'
import type { AnswerOf } from '@cchc/hub/questions/question'
import { type Html, html, NOTHING, named, plain } from '../html.ts'
import { linkTo, PATHS } from '../links.ts'
import { titleOf } from '../periods.ts'
import { printedCount } from '../printed.ts'
import { notice } from './notice.ts'
import { table } from './table.ts'

type Answer = AnswerOf<typeof consolidate>
type Unit = Answer['units'][number]
type Sum = Answer['sums'][number]

/** Who has sent what, what it makes, and where the form of the level above is. */
export function consolidated(answer: Answer): Html {
  const { organisation, period, template, units, refused, differences, without, dryRun } = answer
  const sent = units.filter(({ state }) => state === 'file' || state === 'entered').length
  const asked = { org: organisation.code, period: period.text, template }
  const where = dryRun
    ? html`<p class="answer told" role="status">Chưa ghi gì. Nếu đúng, chọn lại các tệp ở cuối trang rồi bấm <em>Tổng hợp và ghi</em>.</p>`
    : html`<p><a class="button" href="${linkTo(PATHS.reports, asked)}">Xem và tải biểu đã tổng hợp</a></p>`
  return html`<p class="answer" role="status"><strong>${printedCount(sent)}/${printedCount(units.length)}</strong> đơn vị có số liệu. ${named(organisation.name)}, ${titleOf(period.text)}, biểu mẫu ${template}.</p>
${where}
${notice('Tệp không nhận', refused.flatMap(refusalLines))}
${notice('Biểu ghi khác với số các đơn vị cộng lại', differences.map(differenceLine))}${notice('Cần xem', answer.cautions)}
${notice(
  'Đơn vị không phải gửi, không cộng',
  without.map(({ name }) => name),
  { kind: 'told' },
)}
<section><h2>Các đơn vị</h2>${unitTable(units, answer)}</section>
${faultsOf(units)}
<section><h2>Số cộng của các chỉ tiêu</h2>${sumTable(answer)}</section>`
}

function refusalLines({ file, reason, faults }: Answer['refused'][number]): readonly string[] {
  return [
    `${file}: ${reason}`,
    ...faults.map(({ path, message }) => `${file}, ${path}: ${message}`),
  ]
}

function differenceLine({ label, units, report }: Answer['differences'][number]): string {
  return `${label}: các đơn vị cộng lại là ${printedCount(units)}, biểu ghi ${report}`
}

const STATES = {
  file: 'đã nhận tệp',
  entered: 'đã nhập trước đó',
  refused: 'tệp bị từ chối',
  missing: 'chưa gửi',
} as const

function unitTable(units: readonly Unit[], { period, dryRun }: Answer): Html {
  const isLacking = (state: Unit['state']) => state === 'refused' || state === 'missing'
  const undo = ({ organisation, state, file }: Unit) => {
    if (dryRun || state !== 'file' || file === null) return NOTHING
    const asked = { what: file, org: organisation.code, period: period.text }
    return html`<a href="${linkTo(PATHS.undo, asked)}">Hoàn tác</a>`
  }
  return table(
    'Đơn vị đã gửi và chưa gửi',
    [
      { title: 'Đơn vị', isHead: true, cell: ({ organisation }: Unit) => named(organisation.name) },
      {
        title: 'Tình trạng',
        cell: ({ state }: Unit) =>
          html`<span class="${isLacking(state) ? 'bad' : ''}">${STATES[state]}</span>`,
      },
      { title: 'Tệp', cell: ({ file }: Unit) => named(file ?? '') },
      {
        title: 'Số liệu',
        isNumber: true,
        cell: ({ added, replaced, unchanged }: Unit) =>
          printedCount(added.length + replaced.length + unchanged),
      },
      {
        title: 'Ô để trống',
        isNumber: true,
        cell: ({ blank }: Unit) => printedCount(blank.length),
      },
      {
        title: 'Lỗi, cần xem lại',
        isNumber: true,
        cell: ({ findings }: Unit) => printedCount(findings.length),
      },
      { title: 'Nhận nhầm?', cell: undo },
    ],
    { rows: units, empty: '' },
  )
}

function faultsOf(units: readonly Unit[]): Html {
  const faulty = units.filter(({ findings }) => findings.length > 0)
  return html`${faulty.map(({ organisation, findings }) =>
    notice(
      `Lỗi và chỗ cần xem lại trong tệp của ${plain(organisation.name)}`,
      findings.map(({ address, message }) => [address, message].filter(Boolean).join(': ')),
    ),
  )}`
}

function sumTable({ sums, organisation, period, template, dryRun }: Answer): Html {
  const given = sums.filter((one) => one.given + one.words.length > 0)
  const none = sums.length - given.length
  const asked = { org: organisation.code, period: period.text, template }
  const summed = ({ indicatorId, sum }: Sum) =>
    dryRun
      ? html`${printedCount(sum)}`
      : html`<a href="${linkTo(PATHS.origin, { ...asked, indicator: indicatorId })}">${printedCount(sum)}</a>`
  return html`${table(
    'Số cộng của các chỉ tiêu',
    [
      { title: 'Chỉ tiêu', isHead: true, cell: ({ label }: Sum) => named(label) },
      { title: 'Đơn vị tính', cell: ({ unit }: Sum) => named(unit) },
      { title: 'Cộng', isNumber: true, cell: summed },
      { title: 'Số đơn vị', isNumber: true, cell: (one: Sum) => printedCount(one.given) },
      {
        title: 'Còn thiếu, hoặc ghi chữ',
        cell: ({ notGiven, words }: Sum) => named([...notGiven, ...words].join(', ')),
      },
    ],
    { rows: given, empty: 'Chưa có số liệu nào cộng được.' },
  )}${none > 0 ? html`<p>${String(none)} chỉ tiêu khác của biểu chưa đơn vị nào có.</p>` : NOTHING}`
}
