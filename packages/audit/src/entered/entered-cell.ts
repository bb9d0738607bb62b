import type { Indicator, Message } from '@cchc/domain'
import {
  type Cell,
  folded,
  isDoubtfulCell,
  LONGEST_TEXT,
  parseCell,
  parseDay,
  printNumber,
  say,
} from '@cchc/domain'
import { NONE_ENTERED } from '../meaning/vocabulary/cells.ts'

/** A figure as a person wrote it, or why it cannot be taken; `words` = words stand where a number is asked for. */
export type EnteredCell =
  | { readonly cell: Cell; readonly words: boolean }
  | { readonly fault: Message }

type Asked = Pick<Indicator, 'kind' | 'codeList'>

/**
 * Reads what a person wrote for an indicator: `1.909`, `05`, `99,73%`, `-`, blank, `Không` (none; or a coded value),
 * dates and document numbers where the indicator is words. Numbers are kept as what they say, not as they were typed.
 * What could be read in two ways is a fault.
 */
export function readEnteredCell(raw: string, indicator: Asked): EnteredCell {
  const tooLong = longerThanKept(raw)
  if (tooLong) return { fault: tooLong }
  const text = raw.normalize('NFC').trim()
  const cell = parseCell(text)
  if (cell.state === 'not_reported' || cell.state === 'not_applicable') return plain(cell)
  if (indicator.kind === 'text') return plain({ state: 'text', text, raw: text })
  if (indicator.kind === 'coded') return codedCell(text, { cell, indicator })
  if (cell.state === 'text' && NONE_ENTERED.test(folded(text)) && indicator.kind !== 'ratio') {
    return plain({ state: 'zero', percent: false, raw: text })
  }
  return cell.state === 'text' ? wordsCell(cell, indicator) : numberCell(cell, indicator)
}

/** What is wrong with a text of which not all can be kept. */
export function longerThanKept(text: string): Message | undefined {
  if (text.length <= LONGEST_TEXT) return undefined
  return say('has {count} characters; at most {most} are kept', {
    count: printNumber(text.length),
    most: printNumber(LONGEST_TEXT),
  })
}

function plain(cell: Cell): EnteredCell {
  return { cell, words: false }
}

function codedCell(
  text: string,
  { cell, indicator }: { readonly cell: Cell; readonly indicator: Asked },
): EnteredCell {
  const { codeList } = indicator
  const code = cell.state === 'zero' ? 0 : cell.state === 'number' ? cell.value : undefined
  const entry = codeList.find(
    (one) => one.code === code || folded(one.label) === folded(text.replace(/[.;]$/, '')),
  )
  if (!entry) {
    const values = codeList.map((one) => `${one.code} = ${one.label}`).join(', ')
    return { fault: say('{text} is none of its values: {values}', { text: shown(text), values }) }
  }
  if (entry.code === 0) return plain({ state: 'zero', percent: false, raw: text })
  return plain({ state: 'number', value: entry.code, decimals: 0, percent: false, raw: text })
}

/** Words may say why there is no number; a number among them would be lost. */
function wordsCell(cell: Cell & { readonly state: 'text' }, { kind }: Asked): EnteredCell {
  const text = shown(cell.text)
  if (isDoubtfulCell(cell)) {
    return { fault: say('{text} can be read in two ways; write 1.909 or 70,5', { text }) }
  }
  if (parseDay(cell.text) !== undefined) {
    return { fault: say('{text} is a date, where a number is asked for', { text }) }
  }
  if (kind !== 'ratio' && /\d/.test(cell.text)) {
    return { fault: say('{text} is no plain number; put words into the note', { text }) }
  }
  return { cell, words: true }
}

/** However it was typed, a number prints as the hub prints it: `00005` as 5, `1234` as 1.234. */
function numberCell(
  cell: Cell & { readonly state: 'number' | 'zero' | 'ratio' },
  { kind }: Asked,
): EnteredCell {
  if (cell.state !== 'number') return plain({ ...cell, raw: null })
  const text = shown(cell.raw ?? '')
  if (cell.value < 0) return { fault: say('{text} is below zero', { text }) }
  if (cell.percent && kind !== 'ratio') {
    return { fault: say('{text} is a percentage, where a number is asked for', { text }) }
  }
  if (kind === 'count' && !Number.isInteger(cell.value)) {
    return { fault: say('{text} is no whole number', { text }) }
  }
  return plain({ ...cell, raw: null, ...(kind === 'count' && { decimals: 0 }) })
}

function shown(text: string): string {
  return JSON.stringify(text.slice(0, 40))
}
