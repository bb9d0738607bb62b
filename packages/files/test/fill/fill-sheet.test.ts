import { expect, test } from 'vitest'
import { fillSheet } from '../../src/fill/fill-sheet.ts'

const SHEET = [
  '<worksheet><cols><col min="1" max="4" width="9"/></cols><sheetData>',
  '<row r="5" ht="20"><c r="A5" t="s"><v>1</v></c><c r="D5" s="7"/><c r="F5" s="2"/></row>',
  '<row r="6" spans="1:6"><c r="D6"><v>4</v></c><c r="E6"><f>SUM(D5:D6)</f><v>4</v></c></row>',
  '<row r="7"/></sheetData><mergeCells count="1"><mergeCell ref="A1:F1"/></mergeCells></worksheet>',
].join('')

test('empty cells get numbers in their styles; all else is as it was, formulas are reckoned again', () => {
  const numbers = [
    { at: 'D5', value: 12.5, style: 7 },
    { at: 'E5', value: '< 3', style: 4 },
    { at: 'D6', value: 9, style: 0 },
    { at: 'E6', value: 9, style: 0 },
    { at: 'B7', value: 1, style: 0 },
    { at: 'B99', value: 1, style: 0 },
  ]
  expect(fillSheet(SHEET, numbers)).toBe(
    SHEET.replace(
      '<c r="D5" s="7"/>',
      '<c r="D5" s="7"><v>12.5</v></c><c r="E5" s="4" t="inlineStr"><is><t>&lt; 3</t></is></c>',
    )
      .replace('</f><v>4</v>', '</f>')
      .replace('<row r="7"/>', '<row r="7"><c r="B7"><v>1</v></c></row>'),
  )
})
