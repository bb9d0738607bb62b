import { parentPort } from 'node:worker_threads'
import { type CellObject, read, type WorkSheet } from '@e965/xlsx'
import { CellBudget, TooLarge } from './grid.ts'
import { EPOCH_1900, SheetBuilder, type SheetContent } from './sheet-content.ts'

/** What the thread says of a file. */
export type XlsAnswer =
  | {
      readonly sheets: readonly NamedSheet[]
      readonly hidden: readonly string[]
      readonly epoch: number
    }
  | { readonly tooMany: true }
  | { readonly unreadable: true }

interface NamedSheet {
  readonly name: string
  readonly content: SheetContent
}

/** What the thread is asked. */
export interface XlsAsked {
  readonly bytes: Uint8Array
  readonly most: number
}

parentPort?.on('message', (asked: XlsAsked) => parentPort?.postMessage(answerOf(asked)))

function answerOf(asked: XlsAsked): XlsAnswer {
  try {
    return sheetsOf(asked)
  } catch (thrown) {
    return thrown instanceof TooLarge ? { tooMany: true } : { unreadable: true }
  }
}

function sheetsOf({ bytes, most }: XlsAsked): XlsAnswer {
  const only = { cellFormula: false, cellHTML: false, cellText: false, cellNF: true }
  const book = read(bytes, { type: 'array', dense: true, ...only })
  const facts = book.Workbook
  const epoch = EPOCH_1900 - (facts?.WBProps?.date1904 ? 1462 : 0)
  const cells = new CellBudget(most)
  const isHidden = (index: number) => (facts?.Sheets?.[index]?.Hidden ?? 0) > 0
  const hidden = book.SheetNames.filter((_name, index) => isHidden(index))
  const sheets = book.SheetNames.flatMap((name, index): NamedSheet[] => {
    const sheet = book.Sheets[name]
    if (!sheet || isHidden(index)) return []
    const { lines, merges, beyond } = contentOf(sheet, cells)
    return [{ name, content: { lines, merges, beyond } }]
  })
  return { sheets, hidden, epoch }
}

function contentOf(sheet: WorkSheet, cells: CellBudget): SheetBuilder {
  const content = new SheetBuilder(cells)
  const rows = sheet['!data'] ?? []
  for (const [line, row] of rows.entries()) {
    for (const [column, cell] of (row ?? []).entries()) {
      if (cell) content.add(line + 1, { column, ...heldBy(cell) })
    }
  }
  for (const { s, e } of sheet['!merges'] ?? []) {
    content.merge({ top: s.r + 1, bottom: e.r + 1, left: s.c, right: e.c })
  }
  return content
}

function heldBy({ t, v, z }: CellObject): { value: number | string; format: string } {
  const format = typeof z === 'string' ? z : 'General'
  if (t === 'n' && typeof v === 'number') return { value: v, format }
  if (t === 'b') return { value: v ? '1' : '0', format }
  if (t === 'e') return { value: FAULTS[Number(v)] ?? '#ERROR!', format }
  return { value: t === 's' && typeof v === 'string' ? v : '', format }
}

/** What a cell shows whose formula failed, by its code. */
const FAULTS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}
