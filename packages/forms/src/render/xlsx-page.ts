import type { ReportColumn } from '@cchc/domain'
import type { Worksheet } from 'exceljs'
import { needsA3 } from './column-text.ts'

const PAPER: Readonly<Record<'a3' | 'a4', number>> = { a3: 8, a4: 9 }

/** Up to so many points a form is made to fit one page, its signatures with it. */
const SMALL = 640

/** A4 landscape (A3 for very wide forms) as wide as the sheet, the rows of the head repeated on every page and in sight while one scrolls. */
export function setPage(
  sheet: Worksheet,
  {
    headerTop,
    headerBottom,
    height,
  }: {
    readonly headerTop: number
    readonly headerBottom: number
    /** Points from the first line to the last; absent = it is not known to be small. */
    readonly height?: number
  },
  columns: readonly ReportColumn[] = [],
): void {
  sheet.pageSetup = {
    paperSize: needsA3(columns) ? PAPER.a3 : PAPER.a4,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: height !== undefined && height <= SMALL ? 1 : 0,
    horizontalCentered: true,
    printTitlesRow: `${headerTop}:${headerBottom}`,
    margins: { left: 0.6, right: 0.6, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 },
  }
  sheet.headerFooter = { oddFooter: '&C&"Times New Roman,Regular"&11Trang &P/&N' }
  sheet.views = [{ state: 'frozen', ySplit: headerBottom, showGridLines: false }]
}
