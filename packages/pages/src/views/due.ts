import { due as question } from '@cchc/hub/questions/due'
import { dueWeeks } from '@cchc/hub/questions/due-weeks'
import type { AnswerOf } from '@cchc/hub/questions/question'
import { DUE_TAKES, dueAsked, weeksAsked } from '../due-asked.ts'
import { type Html, html, NOTHING, named } from '../html.ts'
import { type LinkAsked, linkTo, PATHS } from '../links.ts'
import { dueForm } from '../parts/due-form.ts'
import { heatTable } from '../parts/heat-table.ts'
import { notice } from '../parts/notice.ts'
import { table } from '../parts/table.ts'
import { printedCount, printedDay } from '../printed.ts'
import type { View } from '../view.ts'

/** So many dossiers stand on the page; the file holds all. */
const MOST_LISTED = 100
const MOST_GROUPS = 25

type Answer = AnswerOf<typeof question>
type Group = Answer['units'][number]
type Listed = Answer['items'][number]

/** Dossiers that are overdue or soon will be, by unit and one by one; codes and procedures, nothing of people. */
export const due: View = {
  path: PATHS.due,
  menu: 'Quá hạn, sắp đến hạn',
  takes: DUE_TAKES,
  async show({ given, ask }) {
    const [answer, weeks] = await Promise.all([
      ask(question, dueAsked(given, MOST_LISTED)),
      isNarrowed(given) ? undefined : ask(dueWeeks, weeksAsked(given)),
    ])
    const { organisation, day, lastDay, missing = [], rule, leftOut } = answer
    const kept: LinkAsked = {
      ...{ ...given, org: organisation?.code ?? given.org },
      ...(given.day !== undefined && { day }),
    }
    const file = linkTo('/tai-ve/qua-han', kept)
    return {
      title: 'Hồ sơ quá hạn và sắp đến hạn',
      content: html`<h1>${organisation ? named(organisation.name) : 'Tất cả các đơn vị'}<small>Hồ sơ quá hạn và sắp đến hạn, tính đến hết ngày ${printedDay(day)}</small></h1>
${dueForm(answer, kept)}
${daysLine(given)}
<p class="rule">Sắp đến hạn: hẹn trả đến hết ngày ${printedDay(lastDay)}. Đếm theo <strong>${rule.name}</strong>, đúng như cột (13). Số ngày là ngày lịch.</p>
${notice('Chưa có đủ số liệu', missing)}
<div class="tiles">${countTile('Đang quá hạn', answer.overdue, { ...kept, kind: 'overdue' })}${countTile('Sắp đến hạn', answer.dueSoon, { ...kept, kind: 'dueSoon' })}</div>
${weeks ? heatSection(weeks, kept) : wholeLink(kept)}
${groupTable('Theo đơn vị', answer.units, (code) => ({ ...kept, org: code }))}
${groupTable('Theo thủ tục', answer.procedures, (code) => ({ ...kept, procedure: code }))}
<section><h2>Danh sách, hạn sớm nhất trước</h2>
<p><a href="${file}">Tải danh sách (csv)</a>${leftOut > 0 ? html`; trang này còn ${printedCount(leftOut)} hồ sơ không liệt kê` : NOTHING}</p>
${listTable(answer.items)}</section>`,
    }
  },
}

/** Whether only some of what is due is looked at, so that weeks of all would not fit to it. */
function isNarrowed({ procedure, dueFrom, dueTo }: LinkAsked): boolean {
  return [procedure, dueFrom, dueTo].some((one) => one !== undefined)
}

function heatSection(weeks: AnswerOf<typeof dueWeeks>, { org, day, rule }: LinkAsked): Html {
  const file = linkTo('/tai-ve/qua-han-theo-tuan', { org, day, rule })
  return html`<section><h2>Theo đơn vị và tuần hẹn trả</h2>
<p>Bấm vào một số để xem đúng các hồ sơ đó. Ô càng đậm, số hồ sơ càng nhiều. <a href="${file}">Tải bảng này (csv)</a></p>
${heatTable(weeks, rule)}</section>`
}

function daysLine({ dueFrom, dueTo }: LinkAsked): Html {
  const days = [
    dueFrom === undefined ? '' : `từ ngày ${printedDay(dueFrom)}`,
    dueTo === undefined ? '' : `đến hết ngày ${printedDay(dueTo)}`,
  ]
  const told = days.filter(Boolean).join(' ')
  return told === '' ? NOTHING : html`<p class="rule">Chỉ hồ sơ hẹn trả ${told}.</p>`
}

function wholeLink({ org, day, rule }: LinkAsked): Html {
  return html`<p><a href="${linkTo(PATHS.due, { org, day, rule })}">Bỏ các điều kiện lọc, xem theo đơn vị và tuần</a></p>`
}

function countTile(title: string, count: number | null, asked: LinkAsked): Html {
  return html`<section class="tile"><h2>${title}</h2><p class="value"><a href="${linkTo(PATHS.due, asked)}">${printedCount(count)}</a></p></section>`
}

function groupTable(
  title: string,
  groups: readonly Group[],
  askedOf: (code: string) => LinkAsked,
): Html {
  const rest = groups.length - MOST_GROUPS
  return html`<section><h2>${title}</h2>${table(
    title,
    [
      {
        title: 'Tên',
        isHead: true,
        cell: ({ code, name }: Group) =>
          html`<a href="${linkTo(PATHS.due, askedOf(code))}">${named(name)}</a>`,
      },
      { title: 'Quá hạn', isNumber: true, cell: ({ overdue }: Group) => printedCount(overdue) },
      { title: 'Sắp đến hạn', isNumber: true, cell: ({ dueSoon }: Group) => printedCount(dueSoon) },
    ],
    { rows: groups.slice(0, MOST_GROUPS), empty: 'Không có hồ sơ nào quá hạn hoặc sắp đến hạn.' },
  )}${rest > 0 ? html`<p>và ${String(rest)} dòng khác, ít hồ sơ hơn.</p>` : NOTHING}</section>`
}

function listTable(items: readonly Listed[]): Html {
  return table(
    'Hồ sơ',
    [
      { title: 'Mã hồ sơ', isHead: true, cell: ({ code }: Listed) => named(code) },
      { title: 'Đơn vị', cell: ({ organisation }: Listed) => named(organisation.name) },
      {
        title: 'Thủ tục hành chính',
        cell: ({ procedure }: Listed) => named(procedure?.name ?? 'không nêu'),
      },
      { title: 'Ngày hẹn trả', cell: ({ dueOn }: Listed) => printedDay(dueOn) },
      { title: 'Còn / quá', cell: daysOf },
    ],
    { rows: items, empty: 'Không có hồ sơ nào.' },
  )
}

function daysOf({ kind, daysLate }: Listed): Html {
  if (kind === 'overdue') return html`<span class="bad">quá ${printedCount(daysLate)} ngày</span>`
  return daysLate === 0 ? html`hôm nay` : html`còn ${printedCount(-daysLate)} ngày`
}
