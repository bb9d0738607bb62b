/** A4 in twips. */
export const A4 = { width: 11906, height: 16838 } as const

/** Margins of 20 mm above and below, 30 mm left and 15 mm right (NĐ 30/2020/NĐ-CP), in twips. */
export const LETTER_MARGINS = {
  ...{ top: 1134, bottom: 1134, left: 1701, right: 851 },
  ...{ header: 567, footer: 567 },
} as const

/** The page of a letter. */
export const A4_LETTER = { size: A4, margin: LETTER_MARGINS }

/** The letters of every document. */
export const DEFAULT_STYLES = {
  default: {
    document: { run: { font: 'Times New Roman', size: 28, language: { value: 'vi-VN' } } },
  },
} as const
