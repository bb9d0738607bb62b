import type { FilledReport } from '@cchc/domain'
import { Document, Packer, type Paragraph, Table, TableLayoutType, TableRow, WidthType } from 'docx'
import { cell } from './docx-blocks.ts'
import { closing, letterhead } from './docx-letter.ts'
import { A4_LETTER, DEFAULT_STYLES, TEXT_WIDTH } from './docx-page.ts'
import { paragraph, rule } from './docx-text.ts'
import { withoutClock } from './office-file.ts'

/** What a leader is told on one page; its figures are words already, as they are shown elsewhere. */
export interface BulletinLetter {
  readonly head: Pick<FilledReport['head'], 'agency' | 'level' | 'superior'> & {
    /** The organisation at the top, where letters are issued and sent; null = not known. */
    readonly root: string | null
  }
  readonly subject: string
  /** Of which days, and by which rule. */
  readonly basis: string
  /** What is missing of the figures, or against their rule. */
  readonly cautions: readonly string[]
  /** The periods whose figures stand beside each other. */
  readonly columns: readonly string[]
  readonly figures: readonly { readonly title: string; readonly cells: readonly string[] }[]
  readonly minded: readonly string[]
  /** Why closed figures are others since. */
  readonly restated: readonly string[]
  /** The instant that the file states. */
  readonly madeAt: number
}

const AREA = /^(?:UBND|Ủy ban nhân dân)\s+(?:tỉnh|thành phố)\s+/iu
const SIZE = 13
const CENTRED = { align: 'center', bold: true } as const
const BODY = { align: 'justify', firstLine: 720, before: 80, size: SIZE } as const

/** A bulletin in the layout of NĐ 30/2020/NĐ-CP, on one page of A4; the same bulletin gives the same bytes. */
export async function bulletinDocx(letter: BulletinLetter): Promise<Uint8Array<ArrayBuffer>> {
  const issued = issuedBy(letter.head)
  const document = new Document({
    title: letter.subject,
    creator: 'CCHC Hub',
    lastModifiedBy: 'CCHC Hub',
    styles: DEFAULT_STYLES,
    sections: [
      {
        properties: { page: A4_LETTER },
        children: [letterhead(issued), ...titled(letter), ...body(letter), closing(issued)],
      },
    ],
  })
  return withoutClock(new Uint8Array(await Packer.toArrayBuffer(document)), letter.madeAt)
}

function issuedBy({ root, ...head }: BulletinLetter['head']): Parameters<typeof letterhead>[0] {
  const province = root?.replace(AREA, '') ?? null
  const recipient = root === head.agency ? null : root
  return { head: { ...head, province, issuedOn: null, reportNumber: null }, recipient }
}

function titled({ subject, basis, cautions }: BulletinLetter): Paragraph[] {
  return [
    paragraph('BÁO CÁO', { ...CENTRED, before: 240 }),
    paragraph(subject, CENTRED),
    rule(1800, TEXT_WIDTH),
    paragraph(basis, { ...BODY, before: 120 }),
    ...cautions.map((one) => paragraph(one, { ...BODY, italic: true, size: 12, before: 40 })),
  ]
}

function body({ columns, figures, minded, restated }: BulletinLetter): (Paragraph | Table)[] {
  const none = 'Không có điều gì cần lưu ý trong số liệu đã biết.'
  return [
    heading('1. Kết quả giải quyết thủ tục hành chính'),
    figureTable(columns, figures),
    ...restated.map((one) => paragraph(one, BODY)),
    heading('2. Những điều cần lưu ý'),
    ...(minded.length === 0
      ? [none]
      : minded.map((one, index) => `${LETTERS[index] ?? '-'} ${one}`)
    ).map((one) => paragraph(one, BODY)),
  ]
}

const LETTERS = ['a)', 'b)', 'c)']

function heading(text: string): Paragraph {
  return paragraph(text, {
    firstLine: 720,
    bold: true,
    before: 160,
    after: 60,
    size: SIZE,
    keepNext: true,
  })
}

function figureTable(columns: readonly string[], figures: BulletinLetter['figures']): Table {
  const width = 2400
  const widths = [TEXT_WIDTH - width * columns.length, ...columns.map(() => width)]
  const row = (texts: readonly string[], bold: boolean) =>
    new TableRow({
      cantSplit: true,
      tableHeader: bold,
      children: texts.map((text, index) => {
        const align = bold ? 'center' : index === 0 ? 'left' : 'right'
        const place = { width: widths[index] ?? width, middle: true }
        return cell([paragraph(text, { size: SIZE, bold, align })], place)
      }),
    })
  return new Table({
    rows: [
      row(['Số liệu', ...columns], true),
      ...figures.map(({ title, cells }) => row([title, ...cells], false)),
    ],
    columnWidths: widths,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: { left: 70, right: 70, top: 30, bottom: 30, marginUnitType: WidthType.DXA },
  })
}
