import excel from 'exceljs'

/** A workbook as text: its sheets, whether they are hidden, merged cells, and every cell that holds something. */
export async function workbookText(bytes: Buffer): Promise<string> {
  const workbook = new excel.Workbook()
  // The declared type of `load` is an older Buffer than Node's.
  await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0])
  const { title, creator, created } = workbook
  const head = `title ${title}, creator ${creator}, created ${created.toISOString()}`
  return [head, ...workbook.worksheets.flatMap(sheetLines)].join('\n')
}

function sheetLines(sheet: excel.Worksheet): string[] {
  const { merges = [] } = sheet.model
  const lines: string[] = []
  sheet.eachRow((row) => row.eachCell((cell) => lines.push(...cellLine(cell))))
  return [
    `sheet ${JSON.stringify(sheet.name)}, ${sheet.state}`,
    `  merged: ${merges.join(' ')}`,
    ...lines.map((line) => `  ${line}`),
  ]
}

/** Of merged cells only the first one says something of its own. */
function cellLine(cell: excel.Cell): string[] {
  if (cell.isMerged && cell.master.address !== cell.address) return []
  const format = cell.numFmt === undefined ? '' : ` [${cell.numFmt}]`
  const note = cell.note === undefined ? '' : ` (note ${JSON.stringify(cell.note)})`
  return [`${cell.address}${format} ${contentOf(cell)}${note}`]
}

function contentOf({ formula, result, value }: excel.Cell): string {
  return formula ? `=${formula} -> ${JSON.stringify(result)}` : JSON.stringify(value)
}
