import type { FilledReport } from '@cchc/domain'
import {
  AlignmentType,
  Document,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx'
import { needsA3 } from './column-text.ts'
import { appendix, sourcesAppendix } from './docx-appendix.ts'
import { bodyText, closing, letterhead, titleBlock } from './docx-letter.ts'
import { withoutClock } from './office-file.ts'

/** A4 in twips, and the long side of A3, whose short one is the long one of A4. */
const SHORT = 11906
const LONG = 16838
const LONGEST = 23811

/** Margins of 20 mm above and below, 30 mm left and 15 mm right (NĐ 30/2020/NĐ-CP), in twips. */
const LETTER_MARGINS = { top: 1134, bottom: 1134, left: 1701, right: 851, header: 567, footer: 567 }
const APPENDIX_MARGINS = { ...LETTER_MARGINS, left: 1134, right: 1134 }

const LANGUAGE = 'vi-VN'

/** A report in the layout of NĐ 30/2020/NĐ-CP: the letter with its sentences, then the form as a lying appendix. */
export async function renderDocx(report: FilledReport): Promise<Uint8Array> {
  const document = new Document({
    title: report.subject ?? report.title,
    creator: 'CCHC Hub',
    lastModifiedBy: 'CCHC Hub',
    styles: {
      default: {
        document: { run: { font: 'Times New Roman', size: 28, language: { value: LANGUAGE } } },
      },
    },
    sections: [letter(report), appendixSection(report), ...sourcesSection(report)],
  })
  const file = new Uint8Array(await Packer.toArrayBuffer(document))
  return withoutClock(file, report.provenance?.madeAt ?? 0)
}

function letter(report: FilledReport): ISectionOptions {
  return {
    properties: {
      titlePage: true,
      page: { size: { width: SHORT, height: LONG }, margin: LETTER_MARGINS },
    },
    headers: { default: pageNumber(), first: new Header({ children: [new Paragraph('')] }) },
    children: [letterhead(report), ...titleBlock(report), ...bodyText(report), closing(report)],
  }
}

function appendixSection(report: FilledReport): ISectionOptions {
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: { ...sizeOf(report), orientation: PageOrientation.LANDSCAPE },
        margin: APPENDIX_MARGINS,
      },
    },
    headers: { default: pageNumber() },
    children: appendix(report),
  }
}

function sourcesSection(report: FilledReport): ISectionOptions[] {
  const children = sourcesAppendix(report)
  if (children.length === 0) return []
  const page = { size: { width: SHORT, height: LONG }, margin: LETTER_MARGINS }
  return [
    {
      properties: { type: SectionType.NEXT_PAGE, page },
      headers: { default: pageNumber() },
      children,
    },
  ]
}

function sizeOf({ columns }: FilledReport) {
  return needsA3(columns) ? { width: LONG, height: LONGEST } : { width: SHORT, height: LONG }
}

/** Centred in the top margin. */
function pageNumber(): Header {
  const run = new TextRun({ children: [PageNumber.CURRENT], size: 26 })
  return new Header({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })],
  })
}
