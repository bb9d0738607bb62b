import type { Worksheet } from 'exceljs'

const A4 = 9

/** A4 landscape as wide as the sheet, the rows of the head repeated on every page and in sight while one scrolls. */
export function setPage(
  sheet: Worksheet,
  { headerTop, headerBottom }: { readonly headerTop: number; readonly headerBottom: number },
): void {
  sheet.pageSetup = {
    paperSize: A4,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    printTitlesRow: `${headerTop}:${headerBottom}`,
    margins: { left: 0.6, right: 0.6, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 },
  }
  sheet.headerFooter = { oddFooter: '&C&"Times New Roman,Regular"&11Trang &P/&N' }
  sheet.views = [{ state: 'frozen', ySplit: headerBottom, showGridLines: false }]
}
