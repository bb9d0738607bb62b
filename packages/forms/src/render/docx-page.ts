import type { FilledReport } from '@cchc/domain'
import { needsA3 } from './column-text.ts'

/** A4 in twips. */
const A4 = { width: 11906, height: 16838 } as const

/** Margins of 20 mm above and below, 30 mm left and 15 mm right (NĐ 30/2020/NĐ-CP), in twips. */
const LETTER_MARGINS = {
  ...{ top: 1134, bottom: 1134, left: 1701, right: 851 },
  ...{ header: 567, footer: 567 },
} as const

/** Margins of an appendix, which lies. */
export const APPENDIX_MARGINS = { ...LETTER_MARGINS, left: 1134, right: 1134 } as const

/** The page of a letter. */
export const A4_LETTER = { size: A4, margin: LETTER_MARGINS }

/** The long side of A3, whose short one is the long one of A4, in twips. */
const LONGEST = 23811

/** The page on which the form of a report lies, as if it stood. */
export function lyingSize({ columns }: Pick<FilledReport, 'columns'>) {
  return needsA3(columns) ? { width: A4.height, height: LONGEST } : A4
}

/** How wide the text of a lying form may be, in twips. */
export function lyingTextWidth(report: Pick<FilledReport, 'columns'>): number {
  return lyingSize(report).height - APPENDIX_MARGINS.left - APPENDIX_MARGINS.right
}

/** How wide the text of a letter may be, in twips. */
export const TEXT_WIDTH = A4.width - LETTER_MARGINS.left - LETTER_MARGINS.right

/** The letters of every document. */
export const DEFAULT_STYLES = {
  default: {
    document: { run: { font: 'Times New Roman', size: 28, language: { value: 'vi-VN' } } },
  },
} as const
