import type { FilledReport, NarrativeSection } from '@cchc/domain'
import { BLANK_CITATION, printCitation } from '@cchc/domain'
import type { Paragraph, Table } from 'docx'
import { appendixNames } from './appendix-names.ts'
import { sideBySide } from './docx-blocks.ts'
import { TEXT_WIDTH } from './docx-page.ts'
import { dottedLine, paragraph, rule, textWidth } from './docx-text.ts'
import { type Issued, issuingWords } from './issuing-words.ts'
import { NO_DOCUMENT } from './report-text.ts'

const LEFT = 3600
const RIGHT = TEXT_WIDTH - LEFT
const FIRST_LINE = 720

const BODY = { align: 'justify', firstLine: FIRST_LINE, before: 120 } as const

const MOTTO = 'Độc lập - Tự do - Hạnh phúc'

/** Quốc hiệu, Tiêu ngữ, the issuing body under its superior, number and symbol, place and day. */
export function letterhead(report: Issued): Table {
  const { superior, agency, symbol, placeAndDay } = issuingWords(report)
  const centred = { align: 'center' } as const
  const bold = { ...centred, bold: true }
  const widths = agency.map((line) => textWidth(line, { size: 12, bold: true }))
  const agencyWidth = Math.min(LEFT, ...widths)
  const left = [
    ...superior.map((line) => paragraph(line, { ...centred, size: 12 })),
    ...agency.map((line) => paragraph(line, { ...bold, size: 12 })),
    rule(agencyWidth * 0.4, LEFT),
    paragraph(symbol, { ...centred, size: 13, before: 100 }),
  ]
  const right = [
    paragraph('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { ...bold, size: 12 }),
    paragraph(MOTTO, { ...bold, size: 13 }),
    rule(textWidth(MOTTO, { size: 13, bold: true }), RIGHT),
    paragraph(placeAndDay, { ...centred, italic: true, size: 13, before: 100 }),
  ]
  return sideBySide([
    { width: LEFT, paragraphs: left },
    { width: RIGHT, paragraphs: right },
  ])
}

/** BÁO CÁO, the subject and the line below it. */
export function titleBlock(report: FilledReport): Paragraph[] {
  const bold = { align: 'center', bold: true } as const
  return [
    paragraph('BÁO CÁO', { ...bold, before: 360 }),
    paragraph(report.subject ?? report.title, bold),
    rule(1800, TEXT_WIDTH),
  ]
}

/** The text: legal basis, headings I / 1 / a with their sentences, and the end `./.`; its last section stays with the signature. */
export function bodyText(report: FilledReport): Paragraph[] {
  const sections = numbered(report.narrative ?? [])
  const last = sections.length - 1
  return [
    body(opening(report), { before: 240 }),
    ...sections.flatMap(({ level, heading, paragraphs }, index) => [
      headingOf(level, heading),
      ...paragraphs.map((text) => body(text, { keepNext: index === last })),
    ]),
    body(appendixSentence(report), { keepNext: true }),
    body(`Trên đây là báo cáo của ${report.head.agency}./.`, { keepNext: true }),
  ]
}

/** Recipients on the left, the office and room for a signature on the right. */
export function closing(report: Issued): Table {
  const { offices, signer, recipients, archive } = issuingWords(report)
  const small = { size: 11 } as const
  const bold = { align: 'center', bold: true } as const
  return sideBySide([
    {
      width: 4400,
      paragraphs: [
        paragraph('Nơi nhận:', { size: 12, bold: true, italic: true, before: 240 }),
        ...recipients.map((name) => paragraph(`- ${name};`, small)),
        paragraph(`- Lưu: ${archive}.`, small),
      ],
    },
    {
      width: TEXT_WIDTH - 4400,
      paragraphs: [
        ...offices.map((office, index) => paragraph(office, { ...bold, before: index ? 0 : 240 })),
        paragraph(signer ?? '……………………………', { ...bold, bold: signer !== null, before: 900 }),
      ],
    },
  ])
}

function opening(report: FilledReport): string {
  const { head, subject, title } = report
  const about = (subject ?? title).replace(/^./u, (first) => first.toLocaleLowerCase('vi'))
  return `Thực hiện ${citationsOf(report)}, ${head.agency} báo cáo ${about} như sau:`
}

/** What the report rests on; a blank to write on where no document is known. */
function citationsOf({ legalBasis = [], letter = {} }: FilledReport): string {
  const documents = [
    ...legalBasis.filter(({ type }) => type !== NO_DOCUMENT),
    ...(letter.instructions ?? []),
  ]
  return documents.length === 0 ? BLANK_CITATION : documents.map(printCitation).join('; ')
}

/** Where the figures stand; an appendix is named as it is headed. */
function appendixSentence(report: FilledReport): string {
  const [figures, sources] = appendixNames(report)
  const ofSources = sources === undefined ? '' : `; nguồn số liệu tại ${sources}`
  return `Số liệu chi tiết tại ${figures}${ofSources} kèm theo Báo cáo này.`
}

function body(
  text: string,
  {
    before = 120,
    keepNext = false,
  }: { readonly before?: number; readonly keepNext?: boolean } = {},
): Paragraph {
  if (/^…+$/u.test(text)) return dottedLine(TEXT_WIDTH, { firstLine: FIRST_LINE, keepNext })
  return paragraph(text, { ...BODY, before, keepNext })
}

function headingOf(level: number, heading: string): Paragraph {
  const base = { firstLine: FIRST_LINE, before: level === 1 ? 180 : 120, keepNext: true }
  if (level === 1) return paragraph(heading.toLocaleUpperCase('vi'), { ...base, bold: true })
  return paragraph(heading, { ...base, bold: level === 2 })
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']

/** Puts I. / 1. / a) before the headings. */
function numbered(sections: readonly NarrativeSection[]): NarrativeSection[] {
  const counts = [0, 0, 0]
  return sections.map(({ level, heading, paragraphs }) => {
    counts[level - 1] = (counts[level - 1] ?? 0) + 1
    counts.fill(0, level)
    return { level, heading: `${numberOf(level, counts[level - 1] ?? 0)} ${heading}`, paragraphs }
  })
}

function numberOf(level: number, count: number): string {
  if (level === 1) return `${ROMAN[count - 1] ?? count}.`
  return level === 2 ? `${count}.` : `${String.fromCharCode(96 + count)})`
}
