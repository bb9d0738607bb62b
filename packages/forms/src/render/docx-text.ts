import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  LeaderType,
  LineRuleType,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx'

/** How a paragraph looks; sizes in points, distances in twentieths of a point. */
export interface ParagraphStyle {
  readonly size?: number
  readonly bold?: boolean
  readonly italic?: boolean
  readonly align?: keyof typeof ALIGNMENTS
  readonly before?: number
  readonly after?: number
  readonly firstLine?: number
  readonly keepNext?: boolean
  readonly pageBreakBefore?: boolean
}

const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  right: AlignmentType.RIGHT,
  center: AlignmentType.CENTER,
  justify: AlignmentType.BOTH,
} as const

/** One paragraph of text in the font of the document. */
export function paragraph(text: string, style: ParagraphStyle = {}): Paragraph {
  const { size = 14, bold = false, italic = false } = style
  const run = new TextRun({ text: text.normalize('NFC'), size: size * 2, bold, italics: italic })
  return new Paragraph({ ...placed(style), run: { size: size * 2 }, children: [run] })
}

/** A solid line of a width in twips, centred in a space of a width in twips. */
export function rule(width: number, space: number): Paragraph {
  const side = Math.max(0, Math.round((space - width) / 2))
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 80, after: 0, line: 120, lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
  })
}

/** A line of dots up to the right edge, on which people write. */
export function dottedLine(
  width: number,
  { firstLine, keepNext }: { readonly firstLine: number; readonly keepNext: boolean },
): Paragraph {
  return new Paragraph({
    keepNext,
    indent: { firstLine },
    spacing: { before: 120, after: 0 },
    tabStops: [{ type: TabStopType.RIGHT, position: width, leader: LeaderType.DOT }],
    children: [new TextRun({ children: [new Tab()] })],
  })
}

/** Width of text in twips, by the average widths of Times New Roman; bold is a little wider. */
export function textWidth(text: string, { size, bold }: { size: number; bold: boolean }): number {
  const upper = text === text.toLocaleUpperCase('vi')
  return Math.round(text.length * size * 20 * (upper ? 0.66 : 0.45) * (bold ? 1.05 : 1))
}

function placed(style: ParagraphStyle): IParagraphOptions {
  const { align = 'left', before = 0, after = 0, firstLine, keepNext, pageBreakBefore } = style
  return {
    alignment: ALIGNMENTS[align],
    spacing: { before, after },
    ...(firstLine === undefined ? {} : { indent: { firstLine } }),
    ...(keepNext ? { keepNext } : {}),
    ...(pageBreakBefore ? { pageBreakBefore } : {}),
  }
}
