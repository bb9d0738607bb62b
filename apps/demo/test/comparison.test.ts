import { type Cell, type FilledReport, numberCell, ratioCell } from '@cchc/domain'
import { expect, test } from 'vitest'
import { compareWithPublished } from '../src/comparison.ts'

/** As Báo cáo số 791/BC-UBND prints them: 57% and 99,73%. */
const [INTEGRATED, IN_TIME] = ['VII/6.3', 'III/3.1']

test('a rate is compared as precisely as it was published, and what differs is told', () => {
  const report = reportOf({
    [INTEGRATED]: ratioCell({ numerator: 522, denominator: 923 }),
    [IN_TIME]: ratioCell({ numerator: 77_096, denominator: 77_251 }),
    'III/1.4': numberCell(1909),
  })
  const compared = compareWithPublished(report)
  expect(of(compared, '57%')).toMatchObject({ computed: '56,55%', equal: true })
  expect(of(compared, '99,73%')).toMatchObject({ computed: '99,80%', equal: false })
  expect(of(compared, '1.909')).toMatchObject({ computed: '1.909', equal: true })
  expect(of(compared, '77.046')).toMatchObject({ computed: '', equal: false })
})

function of(compared: ReturnType<typeof compareWithPublished>, published: string) {
  return compared.find((figure) => figure.published === published)
}

function reportOf(values: Readonly<Record<string, Cell>>): FilledReport {
  const rows = Object.entries(values).map(([rowId, value]) => ({ rowId, cells: { value } }))
  return { rows } as unknown as FilledReport
}
