import { DEFECT_KINDS } from '@cchc/hub/check'
import { check } from '@cchc/hub/questions/check'
import type { AnswerOf } from '@cchc/hub/questions/question'
import { type Html, html, NOTHING, named, plain } from '../html.ts'
import { PATHS } from '../links.ts'
import { orgField, periodField } from '../parts/fields.ts'
import { fileField, fileForm, fileTabs, REPORT_FILES } from '../parts/file-form.ts'
import { formIfAllowed } from '../parts/if-allowed.ts'
import { notice } from '../parts/notice.ts'
import { table } from '../parts/table.ts'
import { printedCount } from '../printed.ts'
import type { Sent, View, Viewing } from '../view.ts'

type Answer = AnswerOf<typeof check>
type Finding = Answer['findings'][number]

/** More make the page heavy; those that are certain stand first. */
const MOST_FINDINGS = 200

const TITLE = 'Soát lỗi tệp báo cáo'

/** A filled report that somebody drops is audited; nothing of it is kept. */
export const checkFile: View = {
  path: PATHS.checkFile,
  menu: 'Tệp báo cáo',
  takes: ['org', 'against'],
  async show({ given: { org, against }, ...viewing }) {
    const own = { ...viewing, given: { org, period: against } }
    return {
      title: TITLE,
      content: html`<h1>${TITLE}<small>Tệp chỉ được đọc để soát, không lưu lại</small></h1>
${await fileTabs(own, PATHS.checkFile)}${await formOf(own)}`,
    }
  },
  form: {
    takes: ['org', 'period'],
    files: ['file', 'previous'],
    async show(sent) {
      const { files } = sent
      const answer = await checked(sent)
      const name = files.file?.[0]?.name ?? ''
      return {
        title: TITLE,
        content: html`<h1>${TITLE}<small>${named(name)}</small></h1>
${await fileTabs(sent, PATHS.checkFile)}${resultOf(answer)}
<section><h2>Soát tệp khác</h2>${await formOf(sent)}</section>`,
      }
    },
  },
}

/** Without a period nothing is held against what is stored, whatever the unit. */
function checked({ given, tell, files }: Sent): Promise<Answer> {
  const { org, period } = given
  return tell(check, period === undefined ? {} : { org, period }, files)
}

function formOf(viewing: Viewing): Promise<Html> {
  return formIfAllowed(viewing, PATHS.checkFile, () => formIn(viewing))
}

function formIn({ given, place }: Viewing): Html {
  const fields = html`${fileField({ name: 'file', label: 'Tệp cần soát: kéo thả vào đây, hoặc bấm để chọn', accept: REPORT_FILES, isNeeded: true })}
${fileField({ name: 'previous', label: 'Báo cáo của kỳ trước (nếu muốn so)', accept: REPORT_FILES })}
${orgField(given.org)}${periodField(given.period ?? '', { place, none: 'Không đối chiếu với số liệu đã lưu' })}`
  return fileForm(PATHS.checkFile, fields, html`<button>Soát lỗi</button>`)
}

function resultOf(answer: Answer): Html {
  const { checked: rows, compared, findings, report } = answer
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const isJudged = rows > 0 || findings.length > 0
  const held =
    compared === undefined
      ? NOTHING
      : html` Đối chiếu ${printedCount(compared)} dòng với số liệu đã lưu.`
  const summary = isJudged
    ? html`Đã soát ${printedCount(rows)} dòng: <strong>${printedCount(errors)}</strong> lỗi, <strong>${printedCount(findings.length - errors)}</strong> chỗ cần xem lại.${held}`
    : html`Không có số liệu nào trong tệp này soát được: tệp chưa được soát.`
  const { unread = [], notUnderstood = [], missing = [] } = answer
  return html`<p class="answer told" role="status">${summary}</p>
<p class="rule">${headOf(report)}</p>
${notice('Phần của tệp chưa đọc được', unread)}${notice('Bảng, cột không hiểu được nên chưa soát', notUnderstood)}${notice('Chưa có đủ số liệu đã lưu để đối chiếu', missing)}
${findingTable(findings)}`
}

function headOf({ agency, period }: Answer['report']): Html {
  const told = [agency, period.text].filter((one): one is string => Boolean(one))
  return html`${told.map((one) => html`${named(one)}. `)}`
}

const SEVERITIES = { error: 'lỗi', warning: 'cần xem lại' } as const

const KINDS = new Map<number, string>(
  Object.values(DEFECT_KINDS).map(({ number, vi }) => [number, vi]),
)

function findingTable(findings: readonly Finding[]): Html {
  const ordered = findings.toSorted((a, b) => a.severity.localeCompare(b.severity))
  const rest = findings.length - MOST_FINDINGS
  return html`${table(
    'Chỗ sai và chỗ cần xem lại',
    [
      { title: 'Dòng', isHead: true, cell: rowsOf },
      {
        title: 'Mức độ',
        cell: ({ severity }: Finding) =>
          html`<span class="${severity === 'error' ? 'bad' : ''}">${SEVERITIES[severity]}</span>`,
      },
      { title: 'Loại', cell: ({ kind }: Finding) => KINDS.get(kind) ?? '' },
      { title: 'Nội dung', cell: contentOf },
      { title: 'Đã ghi', cell: ({ printed }: Finding) => named(printed) },
      { title: 'Cần ghi', cell: ({ expected }: Finding) => named(expected) },
    ],
    { rows: ordered.slice(0, MOST_FINDINGS), empty: 'Không thấy lỗi nào trong phần đã soát.' },
  )}${rest > 0 ? html`<p>và ${String(rest)} chỗ khác.</p>` : NOTHING}`
}

function contentOf({ explanation, consequences = [] }: Finding): Html {
  const beneath = consequences.map((one) => html`<li>Kéo theo: ${named(one.explanation)}</li>`)
  return html`${named(explanation)}${beneath.length === 0 ? NOTHING : html`<ul class="reasons">${beneath}</ul>`}`
}

function rowsOf({ rows }: Finding): Html {
  const told = rows.map(({ line, code, label }) => {
    const name = plain([code, label].filter(Boolean).join(' '))
    return html`<li>dòng ${String(line)}${name === '' ? NOTHING : html`: <bdi>${name}</bdi>`}</li>`
  })
  return told.length === 0 ? html`cả báo cáo` : html`<ul class="reasons">${told}</ul>`
}
