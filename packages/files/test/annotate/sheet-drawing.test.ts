import { expect, test } from 'vitest'
import { drawingOf, withDrawing } from '../../src/annotate/sheet-drawing.ts'

const sheet = (...children: readonly string[]) =>
  `<x:worksheet xmlns:x="m"><x:sheetViews><x:extLst/></x:sheetViews><x:sheetData><x:row/></x:sheetData>${children.join('')}</x:worksheet>`
const LINK = { id: 'rId7', namespace: 'n' }
const DRAWING = '<x:legacyDrawing xmlns:r="n" r:id="rId7"/>'

test.each([
  ['behind its cells alone', [], []],
  [
    'before what comes behind it, whatever lies within what comes before',
    [
      '<x:conditionalFormatting><x:cfRule><x:extLst><x:ext/></x:extLst></x:cfRule></x:conditionalFormatting>',
      '<x:dataValidations><x:dataValidation prompt="a > b"/></x:dataValidations>',
      '<x:drawing r:id="rId1"/>',
    ],
    [
      '<x:legacyDrawingHF r:id="rId2"/>',
      '<mc:AlternateContent><x:controls/></mc:AlternateContent>',
    ],
  ],
  [
    'before tables',
    ['<x:pageMargins/>'],
    ['<x:tableParts><x:tablePart/></x:tableParts>', '<x:extLst/>'],
  ],
])('the drawing of comments stands in its place: %s', (_, before, after) => {
  expect(withDrawing(sheet(...before, ...after), LINK)).toBe(sheet(...before, DRAWING, ...after))
})

test('a drawing that leads nowhere is replaced', () => {
  const old = sheet('<x:pageMargins/>', '<x:legacyDrawing q:id="rId1"/>', '<x:tableParts/>')
  expect(drawingOf(old)).toBe('rId1')
  expect(withDrawing(old, LINK)).toBe(sheet('<x:pageMargins/>', DRAWING, '<x:tableParts/>'))
  expect(drawingOf(sheet('<x:pageMargins/>'))).toBeUndefined()
})
