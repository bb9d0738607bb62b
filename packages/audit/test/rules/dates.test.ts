import { describe, expect, test } from 'vitest'
import type { AuditAgainst } from '../../src/index.ts'
import { says, severityOf } from '../list.ts'

type Task = NonNullable<AuditAgainst['tasks']>[number]

/** A task that cites one document. */
const task = (day: string, no = 7): Task => ({
  no,
  task: 'Rà soát TTHC',
  product: 'Báo cáo',
  assignee: 'Văn phòng',
  status: 'Đúng tiến độ',
  documents: [{ type: '', number: '9/BC-VP', date: day, role: 'result' }],
})

const head = (issuedOn: string | null, to: string | null = null, from: string | null = null) => {
  return { issuedOn, period: { text: null, from, to } }
}

describe('dated-after-report', () => {
  const rows = '1 | Kế hoạch số 9/KH-SYT ngày 15/12/2023 | Kế hoạch | 1'
  const text = 'Kế hoạch số 9/KH-SYT ngày 15/12/2023'
  const beside = { tasks: [task('2023-12-15')] }

  test.each([
    ['a later day', head('2023-12-14'), 'error', 'error'],
    ['its own day', head('2023-12-15'), '', ''],
    ['its own day, after its period', head('2023-12-15', '2023-12-14'), '', ''],
    ['a day after its period', head(null, '2023-12-14'), 'warning', ''],
    ['the last day of its period', head(null, '2023-12-15'), '', ''],
    ['any day, when neither is known', head(null), '', ''],
  ])('%s', (_name, of, inCells, elsewhere) => {
    expect(severityOf('dated-after-report', { head: of, rows })).toBe(inCells)
    expect(severityOf('dated-after-report', { head: of, text })).toBe(elsewhere)
    expect(severityOf('dated-after-report', { head: of }, beside)).toBe(elsewhere)
  })

  test('says where, and after which day', () => {
    const of = head('2023-12-14')
    const [printed, expected, after] = [
      '9/KH-SYT ngày 15/12/2023',
      'không sau ngày 14/12/2023',
      'sau ngày của báo cáo (14/12/2023).',
    ]
    expect(says('dated-after-report', { head: of, rows })).toEqual([
      `error 1 | ${printed} | ${expected} | Dòng 1 (mục 1) “Kế hoạch số 9/KH-SYT ngày 15/12/2023” dẫn văn bản ${printed}, ${after}`,
    ])
    expect(says('dated-after-report', { head: of, text })).toEqual([
      `error | ${printed} | ${expected} | Văn bản 9/KH-SYT ở phần lời văn ghi ngày 15/12/2023, ${after}`,
    ])
    expect(says('dated-after-report', { head: of }, beside)).toEqual([
      `error 7 | 9/BC-VP ngày 15/12/2023 | ${expected} | Văn bản 9/BC-VP ở nhiệm vụ 7 ghi ngày 15/12/2023, ${after}`,
    ])
    expect(says('dated-after-report', { head: head(null, '2023-12-14'), rows })).toEqual([
      `warning 1 | ${printed} | ${expected} | Dòng 1 (mục 1) “Kế hoạch số 9/KH-SYT ngày 15/12/2023” dẫn văn bản ${printed}, sau ngày kết thúc kỳ báo cáo (14/12/2023).`,
    ])
  })
})

test.each([
  ['2022-12-14', '2022-12-15', true],
  ['2022-12-15', '2022-12-15', false],
  [null, '2022-12-15', false],
  ['2022-12-14', null, false],
])('report-before-period: a report of %s and a period from %s', (issuedOn, from, wrong) => {
  expect(says('report-before-period', { head: head(issuedOn, '2023-12-14', from) })).toEqual(
    wrong
      ? [
          'error | 14/12/2022 | từ ngày 15/12/2022 trở đi | Báo cáo đề ngày 14/12/2022, trước khi kỳ báo cáo bắt đầu (15/12/2022).',
        ]
      : [],
  )
})

describe('no-such-day', () => {
  const told = (change: Partial<Task>) =>
    says('no-such-day', {}, { tasks: [{ ...task('2023-06-05'), ...change }] }).map(
      (one) => one.split(' | ')[1],
    )
  const document = { type: '', number: '9/BC-VP', role: 'result' }

  test('names the row, or the task with what it says', () => {
    expect(says('no-such-day', '1 | Kế hoạch số 7/KH-BDT ngày 31/02/2023 | Kế hoạch | 1')).toEqual([
      'error 1 | 7/KH-BDT ngày 31/02/2023 | một ngày có thật | Dòng 1 (mục 1) “Kế hoạch số 7/KH-BDT ngày 31/02/2023” dẫn văn bản 7/KH-BDT ngày 31/02/2023: không có ngày này trong lịch.',
    ])
    const tasks = [{ ...task('2023-06-05'), line: 12, deadline: 'Trước 31/6/2023' }]
    expect(says('no-such-day', {}, { tasks })).toEqual([
      'error 12 | Trước 31/6/2023 | một ngày có thật | Nhiệm vụ 7 “Rà soát TTHC” ghi Trước 31/6/2023: không có ngày này trong lịch.',
    ])
  })

  test.each<[string, Partial<Task>, readonly string[]]>([
    ['a real deadline', { deadline: 'Trước 30/6/2023' }, []],
    ['one of two days', { deadline: '30/6/2023 và 30/02/2023' }, ['30/6/2023 và 30/02/2023']],
    ['a deadline without a day', { deadline: 'Quý II/2023' }, []],
    ['a deadline that is no text', { deadline: 45_000 }, []],
    ['no documents', { documents: null }, []],
    [
      'a printed day',
      { documents: [{ ...document, printedDate: '31/6/2023' }] },
      ['9/BC-VP ngày 31/6/2023'],
    ],
    ['a real printed day', { documents: [{ ...document, printedDate: '30/6/2023' }] }, []],
    ['no printed day', { documents: [document] }, []],
    [
      'a day within the number alone',
      { documents: [{ ...document, number: '9/BC-VP 31/6/2023', printedDate: ' ' }] },
      ['9/BC-VP 31/6/2023'],
    ],
    [
      'a printed day with spaces',
      { documents: [{ ...document, printedDate: ' 31/6/2023 ' }] },
      ['9/BC-VP ngày 31/6/2023'],
    ],
    [
      'a printed day that was read as another',
      { documents: [{ ...document, date: '2023-07-01', printedDate: '31/6/2023' }] },
      [],
    ],
  ])('%s', (_name, change, expected) => {
    expect(told(change)).toEqual(expected)
  })
})

describe('one-document-two-dates', () => {
  const cites = (...days: readonly string[]) =>
    days.map((day, at) => `${at + 1} | Kế hoạch số 11/KH-BDT ngày ${day} | | 1`).join('\n')

  test('in the table: every date once, with its row', () => {
    expect(says('one-document-two-dates', cites('28/02/2023', '01/3/2023', '28/02/2023'))).toEqual([
      'error 3,2 | 11/KH-BDT ngày 28/02/2023 và 01/3/2023 | một ngày ban hành | Văn bản 11/KH-BDT được dẫn với các ngày khác nhau: 28/02/2023 và 01/3/2023 (dòng 3, 2).',
    ])
  })

  test('in the table: as many dates as there are', () => {
    const [told] = says('one-document-two-dates', cites('28/02/2023', '01/3/2023', '02/3/2023'))
    expect(told).toMatch(
      /các ngày khác nhau: 28\/02\/2023 và 01\/3\/2023 và 02\/3\/2023 \(dòng 1, 2, 3\)\.$/,
    )
  })

  test.each([
    ['the same day', ['28/02/2023', '28/02/2023'], ''],
    ['another year', ['28/02/2023', '01/3/2024'], ''],
    ['a day that is none', ['28/02/2023', '31/02/2023'], ''],
  ])('%s is no second date', (_name, days, expected) => {
    expect(severityOf('one-document-two-dates', cites(...days))).toBe(expected)
  })

  test('a committee of another level may have the same number', () => {
    const rows = cites('28/02/2023', '01/3/2023').replaceAll('KH-BDT', 'KH-UBND')
    expect(severityOf('one-document-two-dates', rows)).toBe('warning')
  })

  test('in tasks and text: every date with its place', () => {
    const tasks = [task('2023-06-05'), task('2023-06-06', 8)]
    expect(says('one-document-two-dates', {}, { tasks })).toEqual([
      'error 7,8 | 9/BC-VP ngày 05/6/2023 (nhiệm vụ 7) và 06/6/2023 (nhiệm vụ 8) | một ngày ban hành | Văn bản 9/BC-VP được dẫn với các ngày khác nhau: 05/6/2023 (nhiệm vụ 7) và 06/6/2023 (nhiệm vụ 8).',
    ])
    const text = 'Kế hoạch số 11/KH-BDT ngày 01/3/2023'
    expect(says('one-document-two-dates', { rows: cites('28/02/2023'), text })).toEqual([
      'error 1 | 11/KH-BDT ngày 01/3/2023 (phần lời văn) và 28/02/2023 (dòng 1 của bảng chỉ tiêu) | một ngày ban hành | Văn bản 11/KH-BDT được dẫn với các ngày khác nhau: 01/3/2023 (phần lời văn) và 28/02/2023 (dòng 1 của bảng chỉ tiêu).',
    ])
    expect(severityOf('one-document-two-dates', { rows: cites('28/02/2022'), text })).toBe('')
  })

  test('the table alone is told once, whatever else the text cites', () => {
    const text = 'Kế hoạch số 12/KH-BDT ngày 01/3/2023'
    const rows = cites('28/02/2023', '01/3/2023')
    expect(severityOf('one-document-two-dates', { rows, text })).toBe('error')
  })
})

describe('document-replaced', () => {
  const cites = (document: string, from: string | null) =>
    says('document-replaced', {
      head: { period: { text: null, from, to: null } },
      rows: `1 | Thực hiện ${document} | Văn bản | 1`,
    }).length

  test.each([
    ['Nghị định số 61/2018/NĐ-CP ngày 23/4/2018', '2025-07-01', 1],
    ['Nghị định số 61/2018/NĐ-CP ngày 23/4/2018', '2025-06-30', 0],
    ['Nghị định số 61/2018/NĐ-CP ngày 23/4/2018', null, 0],
    ['Thông tư số 1/2020/TT-VPCP ngày 21/10/2020', '2026-10-01', 1],
    ['Nghị định số 45/2020/NĐ-CP ngày 08/4/2020', '2026-10-01', 0],
    ['Nghị định số 61/2018/NĐ-CP', '2025-07-01', 1],
    ['Nghị định số 61/2018/NĐ-CP của Chính phủ', '2025-06-30', 0],
    ['Nghị định số 118/2025/NĐ-CP thay thế Nghị định số 61/2018/NĐ-CP', '2025-07-01', 0],
    ['Nghị định số 118/2025/NĐ-CP', '2025-07-01', 0],
    ['Nghị định 61/2018/NĐ-CP, Thông tư 01/2018/TT-VPCP', '2025-07-01', 2],
  ])('%s in a period from %s on', (document, from, count) => {
    expect(cites(document, from)).toBe(count)
  })

  test('is told where it is cited without its day, too', () => {
    const head = { period: { text: null, from: '2026-10-01', to: null } }
    expect(
      says('document-replaced', { head, text: 'Thực hiện Thông tư 01/2020/TT-VPCP.' }),
    ).toEqual([
      'warning | 01/2020/TT-VPCP | 09/2026/TT-BTP | Phần lời văn dẫn văn bản 01/2020/TT-VPCP, nhưng văn bản này chỉ có hiệu lực đến ngày 31/7/2026; văn bản thay thế là 09/2026/TT-BTP.',
    ])
  })
})

describe('national-document-date', () => {
  test('tells the right date', () => {
    const [cited, was] = ['62/2020/NĐ-CP', 'nhưng văn bản này ban hành ngày 01/6/2020.']
    const rows = `1 | Nghị định số ${cited} ngày 01/6/2021 | Văn bản | 1`
    expect(says('national-document-date', rows)).toEqual([
      `error 1 | ${cited} ngày 01/6/2021 | 01/6/2020 | Văn bản ${cited} ở dòng 1 (mục 1) “Nghị định số ${cited} ngày 01/6/2021” ghi ngày 01/6/2021, ${was}`,
    ])
    expect(says('national-document-date', { text: `Nghị định ${cited} ngày 01/6/2021` })).toEqual([
      `error | ${cited} ngày 01/6/2021 | 01/6/2020 | Văn bản ${cited} ở phần lời văn ghi ngày 01/6/2021, ${was}`,
    ])
  })
})

describe('year-of-number-differs', () => {
  const cites = (day: string) => ({ text: `Quyết định số 15/2022/QĐ-UBND ngày ${day}` })

  test('tells the year of the number', () => {
    expect(says('year-of-number-differs', cites('31/12/2021'))).toEqual([
      'warning | 15/2022/QĐ-UBND ngày 31/12/2021 | một ngày của năm 2022 | Văn bản 15/2022/QĐ-UBND ở phần lời văn ghi ngày 31/12/2021, trong khi số, ký hiệu mang năm 2022.',
    ])
    expect(says('year-of-number-differs', cites('01/01/2022'))).toEqual([])
    const text = cites('31/12/2021').text.replace('/2022', '')
    expect(says('year-of-number-differs', { text })).toEqual([])
  })

  test('is not said where the right date is known', () => {
    const text = 'Nghị định số 62/2020/NĐ-CP ngày 01/6/2021'
    expect(says('year-of-number-differs', { text })).toEqual([])
  })
})
