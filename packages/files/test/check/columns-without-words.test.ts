import { expect, test } from 'vitest'
import { checkReport } from '../../src/check/index.ts'

/** What is told of a table written with semicolons: severity, rule and the first cell of each finding. */
async function told(...lines: readonly string[]): Promise<readonly string[]> {
  const bytes = new TextEncoder().encode(lines.join('\n'))
  const { findings } = await checkReport({ file: { name: 'bảng.csv', bytes } })
  return findings.map(({ severity, rule, cells, mends }) => {
    return [severity, rule, mends?.[0]?.cell ?? cells?.[0]].join(' ')
  })
}

const QUARTERS = [
  'STT;Lĩnh vực;Quý I;Quý II;Quý III;Quý IV;Cả năm',
  '1;Đất đai;100;120;130;150;500',
  '2;Hộ tịch;200;210;190;220;820',
  '3;Xây dựng;50;60;55;45;210',
  ';Tổng số;350;390;375;415;1.530',
]

const PLAN = [
  'TT;Cơ quan;Kế hoạch năm;Thực hiện;Tỷ lệ (%)',
  '1;Sở Tài chính;40;38;95',
  '2;Sở Công Thương;25;21;84',
  '3;Sở Nội vụ;30;33;110',
  ';Cộng;95;92;96,8',
]

const CHANGES = [
  'STT;Lĩnh vực;6 tháng 2024;6 tháng 2025;Tăng/giảm;Tỷ lệ tăng giảm (%)',
  '1;Đất đai;1.000;1.100;100;10',
  '2;Hộ tịch;2.000;1.900;-100;-5',
  '3;Xây dựng;500;600;100;20',
  ';Tổng số;3.500;3.600;100;2,86',
]

const SECTIONS = [
  'STT;Đơn vị;Số hồ sơ tiếp nhận;Số hồ sơ đã giải quyết;;;Số hồ sơ đang giải quyết',
  ';;;Tổng số;Đúng hạn;Quá hạn;',
  ';TOÀN TỈNH;3.000;2.800;2.750;50;200',
  'I;Sở, ban, ngành;1.000;900;880;20;100',
  '1;Sở Nội vụ;400;350;340;10;50',
  '2;Sở Tư pháp;600;550;540;10;50',
  'II;UBND cấp xã;2.000;1.900;1.870;30;100',
  '1;Phường Ba Đình;1.200;1.150;1.130;20;50',
  '2;Xã Sóc Sơn;800;750;740;10;50',
]

const LEVELS_OF_HEADS = [
  'STT;Đơn vị;Tình hình tiếp nhận, giải quyết hồ sơ TTHC;;;;;;;;',
  ';;Tiếp nhận;;;;Giải quyết;;;;',
  ';;Tổng số;Trong kỳ;;Kỳ trước chuyển sang;Đã giải quyết;;;Đang giải quyết;',
  ';;;Trực tuyến;Trực tiếp, BCCI;;Tổng số;Trước và đúng hạn;Quá hạn;Tổng số;Trong hạn',
  '1;Sở Y tế;1.200;900;250;50;1.100;1.090;10;100;98',
  '2;Sở Xây dựng;800;600;150;50;700;690;10;100;100',
  ';Tổng cộng;2.000;1.500;400;100;1.800;1.780;20;200;198',
]

const LINES_OF_A_UNIT = [
  'TT;Đơn vị;Hình thức;Số hồ sơ tiếp nhận;Số hồ sơ đã giải quyết;Số hồ sơ đang giải quyết',
  '1;Sở Y tế;Trực tuyến;900;850;50',
  ';;Trực tiếp;100;95;5',
  '2;Sở Xây dựng;Trực tuyến;500;480;20',
  ';;Trực tiếp;120;110;10',
  ';Tổng cộng;;1.620;1.535;85',
]

test.each([
  ['the quarters of a year', QUARTERS],
  ['a plan and what was done, also more than all of it', PLAN],
  ['differences and their rates', CHANGES],
  ['sections, received being resolved or in process in each row', SECTIONS],
  ['heads of four levels below a title', LEVELS_OF_HEADS],
  ['units with two lines each', LINES_OF_A_UNIT],
  [
    'money in two units',
    [
      'STT;Chủ đầu tư;Kế hoạch vốn (tỷ đồng);Giải ngân (triệu đồng);Tỷ lệ giải ngân (%)',
      '1;Ban 1;120,5;96.400;80',
      '2;Ban 2;79,5;63.600;80',
    ],
  ],
  [
    'amounts that are rounded each, and their sum',
    ['STT;Đơn vị;Tổng (tỷ đồng)', '1;X;10,3', '2;Y;20,5', '3;Z;31,4', ';Tổng;62,1']
      .map((line, at) => (at === 0 ? `${line};Nợ (tỷ đồng)` : `${line};1,5`))
      .with(4, ';Tổng;62,1;4,5'),
  ],
  [
    'a share that is said to be above, and counts in thousands',
    [
      'STT;Đơn vị;Tổng số phải số hóa;Đã số hóa;Tỷ lệ',
      '1;Sở Y tế;1.000;995;trên 99%',
      '2;Sở Nội vụ;5,65 ngàn;5.480;96,95%',
    ],
  ],
  [
    'kinds of things of which one is not printed',
    [
      'STT;Tên;Tổng;Loại A;Loại B',
      '1;Xã X;1.000;600;400',
      '2;Xã Y;2.000;1.500;500',
      '3;Xã Z;900;300;600',
    ],
  ],
])('nothing is told where it holds: %s', async (_, lines) => {
  expect(await told(...lines)).toEqual([])
})

const changed = (lines: readonly string[], at: number, from: string, to: string) =>
  lines.with(at, lines[at]?.replace(from, to) ?? '')

test.each([
  ['a year', changed(QUARTERS, 3, '210', '220'), 'row-sum G4'],
  ['a quarter', changed(QUARTERS, 2, '190', '180'), 'row-sum E3'],
  ['a share of a plan', changed(PLAN, 3, '110', '91'), 'column-share E4'],
  ['a difference', changed(CHANGES, 2, '-100', '-10'), 'column-sum E3'],
  ['a figure of a section', changed(SECTIONS, 8, '800', '880'), 'row-sum C9'],
  ['heads of four levels', changed(LEVELS_OF_HEADS, 4, '900', '950'), 'column-sum D5'],
  ['a second line', changed(LINES_OF_A_UNIT, 2, '100', '130'), 'row-sum D3'],
])('one figure of %s is told, and no other', async (_, lines, expected) => {
  expect(await told(...lines)).toEqual([`error ${expected}`])
})

test('less than its parts may be for what is not printed, more may not', async () => {
  const kinds = (total: string) => [
    'STT;Tên;Tổng;Loại A;Loại B',
    '1;Xã X;1.000;600;400',
    '2;Xã Y;2.000;1.500;500',
    `3;Xã Z;${total};300;600`,
  ]
  expect(await told(...kinds('950'))).toEqual(['warning column-sum C4'])
  expect(await told(...kinds('850'))).toEqual(['error column-sum C4'])
})

test('what was received of late and what is open need not balance, however often they do', async () => {
  const lines = [
    'STT;Đơn vị;Tiếp nhận;Đã giải quyết;Đang giải quyết',
    '1;Sở A;1.000;900;100',
    '2;Sở B;2.000;1.800;200',
    '3;Sở C;3.000;2.950;100',
  ]
  expect(await told(...lines)).toEqual(['warning column-sum C4'])
})

test.each([
  [
    'a share of two columns that say what they are',
    ['STT;Đơn vị;Số hồ sơ phải số hóa;Số hồ sơ đã số hóa;Tỷ lệ số hóa', '1;Sở A;2.000;1.500;85%'],
    'error column-share E2',
  ],
  [
    'a kind of all that there is',
    [
      'STT;Đơn vị;Tổng số giao dịch;Số giao dịch thanh toán trực tuyến;Tỷ lệ (%)',
      '1;Sở A;2.000;2.500;125',
    ],
    'error column-part-above-whole D2',
  ],
  [
    'answers of those who were asked',
    [
      'STT;Đơn vị;Tổng số phiếu;Rất hài lòng;Hài lòng;Bình thường;Không hài lòng',
      '1;Phường B;100;50;40;8;3',
    ],
    'error column-sum C2',
  ],
  [
    'a count below zero',
    ['STT;Đơn vị;Tiếp nhận;Đã giải quyết', '1;Sở A;100;90', '2;Sở B;-5;0'],
    'error negative-figure C3',
  ],
  [
    'the only blank of a total and its parts',
    ['STT;Đơn vị;Tổng số = A + B;A (2);B (3)', '1;Sở A;100;90;']
      .with(0, 'STT;Đơn vị;Số hồ sơ đã giải quyết;;')
      .toSpliced(1, 0, ';;Tổng số;Đúng hạn;Quá hạn'),
    'warning column-left-blank E3',
  ],
  [
    'a number of a row twice',
    ['STT;Đơn vị;Tiếp nhận;Đã giải quyết', '1;Sở A;100;90', '1.;Sở B;200;180', '2;Sở C;20;18'].with(
      2,
      '2;Sở B;200;180',
    ),
    'warning code-out-of-sequence B3',
  ],
  [
    'a word for a count',
    ['STT;Đơn vị;Tiếp nhận;Đã giải quyết', '1;Sở A;100;90', '2;Sở B;nhiều;0'],
    'warning figure-unreadable C3',
  ],
])('by the words of heads: %s', async (_, lines, expected) => {
  expect(await told(...lines)).toEqual([expected])
})

test('a share beside two columns of which it is none is not judged', async () => {
  const lines = [
    'STT;Đơn vị;Kế hoạch năm;Thực hiện quý;Tỷ lệ (%)',
    '1;Sở A;100;20;80',
    '2;Sở B;200;50;100',
  ]
  expect(await told(...lines)).toEqual([])
})
