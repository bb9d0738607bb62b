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
import { appendix, sourcesAppendix } from './docx-appendix.ts'
import { bodyText, closing, letterhead, titleBlock } from './docx-letter.ts'
import { A4_LETTER, APPENDIX_MARGINS, DEFAULT_STYLES, lyingSize } from './docx-page.ts'
import { withoutClock } from './office-file.ts'

/** A report in the layout of NĐ 30/2020/NĐ-CP: the letter with its sentences, then the form as a lying appendix. */
export async function renderDocx(report: FilledReport): Promise<Uint8Array> {
  const document = new Document({
    title: report.subject ?? report.title,
    creator: 'CCHC Hub',
    lastModifiedBy: 'CCHC Hub',
    styles: DEFAULT_STYLES,
    sections: [letter(report), appendixSection(report), ...sourcesSection(report)],
  })
  const file = new Uint8Array(await Packer.toArrayBuffer(document))
  return withoutClock(file, report.provenance?.madeAt ?? 0)
}

function letter(report: FilledReport): ISectionOptions {
  return {
    properties: {
      titlePage: true,
      page: A4_LETTER,
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
        size: { ...lyingSize(report), orientation: PageOrientation.LANDSCAPE },
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
  return [
    {
      properties: { type: SectionType.NEXT_PAGE, page: A4_LETTER },
      headers: { default: pageNumber() },
      children,
    },
  ]
}

/** Centred in the top margin. */
function pageNumber(): Header {
  const run = new TextRun({ children: [PageNumber.CURRENT], size: 26 })
  return new Header({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })],
  })
}
