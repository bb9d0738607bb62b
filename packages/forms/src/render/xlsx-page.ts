import type { ReportColumn } from '@cchc/domain'
import type { Worksheet } from 'exceljs'
import { needsA3 } from './column-text.ts'

/** Paper that lies: its number for spreadsheet programs, and what of it is printed on, in points. */
export interface Paper {
  readonly number: number
  readonly width: number
  readonly height: number
}

const MARGINS = { left: 0.6, right: 0.6, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 }
const BESIDE = (MARGINS.left + MARGINS.right) * 72
const ABOVE_AND_BELOW = (MARGINS.top + MARGINS.bottom) * 72

const PAPER: Readonly<Record<'a3' | 'a4', Paper>> = {
  a3: { number: 8, width: 1190 - BESIDE, height: 842 - ABOVE_AND_BELOW },
  a4: { number: 9, width: 842 - BESIDE, height: 595 - ABOVE_AND_BELOW },
}

/** A4, or A3 for very wide forms. */
export function paperOf(columns: readonly ReportColumn[]): Paper {
  return PAPER[needsA3(columns) ? 'a3' : 'a4']
}

/** A lying page as wide as the sheet, the rows of the head repeated on every page and in sight while one scrolls. */
export function setPage(
  sheet: Worksheet,
  {
    headerTop,
    headerBottom,
    pages = 0,
  }: {
    readonly headerTop: number
    readonly headerBottom: number
    /** How many it is to fit at most; absent = as many as it takes. */
    readonly pages?: number
  },
  columns: readonly ReportColumn[] = [],
): void {
  sheet.pageSetup = {
    paperSize: paperOf(columns).number,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: pages,
    horizontalCentered: true,
    printTitlesRow: `${headerTop}:${headerBottom}`,
    margins: MARGINS,
  }
  sheet.headerFooter = { oddFooter: '&C&"Times New Roman,Regular"&11Trang &P/&N' }
  sheet.views = [{ state: 'frozen', ySplit: headerBottom, showGridLines: false }]
}
