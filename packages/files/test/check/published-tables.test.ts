import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkReport, type GivenFile } from '../../src/check/index.ts'
import { textFile } from '../report/files.ts'

const PLACE = new URL('../fixtures/tables/', import.meta.url)
const NAMES = readdirSync(PLACE)

function published(name: string): GivenFile {
  return { name, bytes: new Uint8Array(readFileSync(new URL(name, PLACE))) }
}

/** What is told of a file: how sure, which rule, which rows. */
async function told(file: GivenFile): Promise<readonly string[]> {
  const { findings } = await checkReport({ file })
  return findings.map(
    ({ severity, rule, rows }) => `${severity} ${rule} ${rows.map(({ line }) => line).join(',')}`,
  )
}

/** What people published, and what is wrong with it. */
const DEFECTS: Readonly<Record<string, readonly string[]>> = {
  'lam-dong-2020-q1-one-row-of-heads.csv': ['error column-sum 5'],
  'lam-dong-2020-q1-form-06a.csv': [
    'error received-resolved-pending 2',
    'warning received-resolved-pending 3',
    'warning received-resolved-pending 5',
    'error row-sum 5',
  ],
  'lam-dong-2020-q1.csv': ['error column-sum 10'],
  'kon-tum-2023-q1.csv': ['error column-share 5', 'error column-share 6'],
  'kon-tum-2023-q1-list.csv': [
    'error percentage-of-parts 10,12,11',
    'error percentage-of-parts 13,15,14',
  ],
  'vinh-phuc-2021-09.csv': [],
  'ben-tre-2021-05.csv': ['error percentage-of-parts 7,9,8'],
  'ben-tre-2021-05-as-printed.csv': [],
  'dong-thuan-2025-10.csv': ['error percentage-of-parts 6,8,7'],
  'dong-thuan-2025-10-as-printed.csv': [],
  'phu-giao-2020.csv': ['warning percentage-of-parts 8,10,9'],
}

describe('tables as they were published', () => {
  test.each(NAMES)('%s', async (name) => {
    expect(await told(published(name))).toEqual(DEFECTS[name])
  })
})

const FORM = `STT;Đơn vị;Số hồ sơ nhận giải quyết;;;;Số hồ sơ đã giải quyết;;;;Số hồ sơ đang giải quyết;;
;;Tổng số;Trực tuyến;Trực tiếp;Từ kỳ trước;Tổng số;Trước hạn;Đúng hạn;Quá hạn;Tổng số;Trong hạn;Quá hạn`

/** Tables of other shapes, and what is told of each. */
const SHAPES: readonly (readonly [name: string, table: string, expected: readonly string[]])[] = [
  [
    'a share beside its groups',
    'STT;Đơn vị;Số hồ sơ đã giải quyết;;;Tỷ lệ đúng hạn (%)\n;;Tổng số;Trước và đúng hạn;Quá hạn;\n1;A;100;98;2;189,63%\n2;B;100;98;2;98%',
    ['error column-share 3'],
  ],
  [
    'a share between the parts of a sum',
    'STT;Đơn vị;Số hồ sơ đã giải quyết;;;\n;;Tổng số;Trước và đúng hạn;Tỷ lệ (%);Quá hạn\n1;A;102;98;96,08%;2',
    ['error column-sum 3'],
  ],
  [
    'the form of 2017',
    'STT;Lĩnh vực;Số hồ sơ nhận giải quyết;;;Số hồ sơ đã giải quyết;;\n;;Tổng số;Số kỳ trước chuyển qua;Số mới tiếp nhận;Tổng số;Trả đúng thời hạn;Trả quá hạn\n1;X;60;1;58;57;56;1',
    ['error column-sum 3'],
  ],
  [
    'Cộng',
    `${FORM}\n1;A;10;9;1;0;10;5;5;0;0;0;0\n2;B;20;18;2;0;20;10;10;0;0;0;0\n;Cộng;30;27;4;0;30;15;15;0;0;0;0`,
    ['error column-sum 5'],
  ],
  [
    'one row of heads with their numbers',
    'STT;Lĩnh vực;Tổng số hồ sơ tiếp nhận (3);Trực tuyến (4);Trực tiếp, dịch vụ bưu chính (5);Từ kỳ trước (6);Tổng số hồ sơ đã giải quyết (7);Trước hạn (8);Đúng hạn (9);Quá hạn (10)\n1;X;361;362;0;0;361;200;140;21',
    ['error column-sum 2'],
  ],
  [
    'two tables on one sheet',
    `${FORM}\n1;X;1.850;1.720;110;20;1.832;1.250;580;2;18;18;0\nBiểu 2. Dịch vụ công\nSTT;Đơn vị;Toàn trình;;\n;;Tổng số;Có phát sinh hồ sơ;Tỷ lệ (%)\n1;A;40;30;75,00\n2;B;40;30;57,00`,
    ['error column-share 8'],
  ],
  [
    'a list and a table on one sheet',
    `STT;Chỉ tiêu thống kê;Đơn vị tính;Số liệu\n1;Tổng số TTHC;Thủ tục;2.268\nBiểu 2\n${FORM}\n1;X;361;362;0;0;361;200;140;21;0;0;0`,
    ['error column-sum 6'],
  ],
  ['blank parts', `${FORM}\n1;X;361;362;;;361;200;140;21;;;`, ['error column-part-above-whole 3']],
  [
    'more than there was',
    `${FORM}\n1;X;50;20;10;20;52;30;20;2;0;0;0`,
    ['error received-resolved-pending 3'],
  ],
  [
    'a group between the three totals',
    'STT;Đơn vị;Số hồ sơ nhận giải quyết;;Số hồ sơ chờ tiếp nhận;;Số hồ sơ đã giải quyết;;Số hồ sơ đang giải quyết;\n;;Tổng số;Từ kỳ trước;Tổng số;Quá hạn;Tổng số;Quá hạn;Tổng số;Quá hạn\n1;X;50;2;5;0;32;2;18;0',
    [],
  ],
  [
    'codes of units in a column',
    'STT;Đơn vị;Mã đơn vị;Số hồ sơ nhận giải quyết;Số hồ sơ đã giải quyết\n1;A;H37.10;100;100\n2;B;H37.11;200;200\n;Tổng số;;350;300',
    ['error row-sum 4'],
  ],
  [
    'totals of sections and of all',
    'STT;Đơn vị;Số hồ sơ tiếp nhận;Số hồ sơ đã giải quyết;Điểm\nI;Cấp tỉnh;;;\n1;A;10;8;90\n2;B;20;15;80\n;Cộng;30;23;85\nII;Cấp xã;;;\n1;C;5;5;70\n2;D;6;6;60\n;Cộng;11;12;65\n;Tổng cộng;41;35;80',
    ['error row-sum 9'],
  ],
  [
    'printed formulas: a quotient, and a rest',
    'STT;Đơn vị;Tiếp nhận;Giải quyết;Còn lại;Tỷ lệ\n1;2;3;4;5=3-4;6=4/3*100\n1;A;200;150;50;75\n2;B;300;100;190;33,4',
    ['error column-share 4', 'error column-sum 4'],
  ],
  [
    'indicators by level, with a rate',
    'TT;Nội dung;Cấp tỉnh;Cấp huyện;Cấp xã;Tổng\n1;Tổng số TTHC;100;50;30;180\n2;Số TTHC trực tuyến;60;20;10;91\n3;Tỷ lệ TTHC trực tuyến (%);60;40;33,3;50,0',
    ['error column-sum 3', 'error percentage-of-parts 4,3,2'],
  ],
  [
    'figures of two periods',
    'STT;Chỉ tiêu;Đơn vị tính;Tháng 9/2021;Lũy kế\n1;Tỷ lệ hồ sơ giải quyết đúng hạn;%;50%;60%\n1.1;Tổng số hồ sơ đã giải quyết;Hồ sơ;100;200\n1.2;Số hồ sơ giải quyết đúng hạn;Hồ sơ;50;110',
    ['error percentage-of-parts 2,4,3'],
  ],
  [
    'thousands in words',
    'STT;Chỉ tiêu;Đơn vị tính;Số liệu\n1;Tổng số hồ sơ tiếp nhận;Hồ sơ;5,65 ngàn\n1.1;Kỳ trước chuyển sang;Hồ sơ;1,07 ngàn\n1.2;Tiếp nhận mới;Hồ sơ;4.580',
    [],
  ],
  [
    'money in two units',
    'STT;Chỉ tiêu;Đơn vị tính;Số liệu\n1;Tỷ lệ giải ngân vốn đầu tư công;%;37,76%\n1.1;Kế hoạch được giao;Tỷ đồng;1.985\n1.2;Đã thực hiện;Triệu đồng;749.540',
    [],
  ],
  [
    'a total below its rows',
    'STT;Chỉ tiêu;Đơn vị tính;Số liệu\n1;Cấp tỉnh;Thủ tục;1.833\n2;Cấp huyện;Thủ tục;301\n3;Cấp xã;Thủ tục;134\n;Tổng cộng;Thủ tục;2.368',
    ['error sum-of-parts 5,2,3,4'],
  ],
  [
    'a total that stretches over codes and names',
    'TT;Lĩnh vực;Tháng trước chuyển sang;Nhận trong tháng;Tổng số;Đã giải quyết;;Chưa giải quyết;\n;;;;;Đúng hạn;Trễ hạn;Còn hạn;Quá hạn\n1;A;5;20;25;18;2;5;0\n2;B;1;10;11;11;0;0;0\nCộng;;6;30;36;29;2;6;0',
    ['warning received-resolved-pending 5', 'error row-sum 5'],
  ],
  [
    'years side by side',
    'STT;Đơn vị;Năm 2024;;Năm 2025;\n;;Tiếp nhận;Giải quyết;Tiếp nhận;Giải quyết\n1;A;10;9;20;19\n2;B;5;5;6;6\n;Tổng;15;14;27;25',
    ['error row-sum 5'],
  ],
  [
    'terms of those resolved and of those in process in one row of heads',
    'Số TT;Cơ quan, đơn vị;Số hồ sơ tiếp nhận trong kỳ;Kỳ trước chuyển qua;Tổng;Đã trả;Trả trước hạn;Trả đúng hạn;Trả trễ hạn;Chưa đến hạn;Quá hạn;Tỷ lệ trễ hạn\n1;A;90;10;100;80;50;28;2;20;0;2,5%\n2;B;45;5;50;50;20;29;2;0;0;4%\n3;C;9;1;10;5;2;2;1;3;1;20%',
    ['error column-sum 3', 'warning received-resolved-pending 4'],
  ],
  [
    'a plan and its share in a list',
    'STT;Nội dung;ĐVT;Chỉ tiêu năm 2025;Kết quả 6 tháng;Tỷ lệ %\n1;Số hồ sơ số hóa;Hồ sơ;1000;600;65%\n2;Số TTHC trực tuyến;Thủ tục;200;150;75%',
    ['error column-share 2'],
  ],
  [
    'early ones among those on time',
    'STT;Đơn vị;Số hồ sơ đã giải quyết;;;\n;;Tổng số;Trước hạn;Đúng hạn;Quá hạn\n1;A;100;60;95;5\n2;B;50;20;48;2',
    [],
  ],
  [
    'what came over beside what was received',
    'STT;Đơn vị;Số hồ sơ tiếp nhận;;;;Số hồ sơ đã giải quyết;Số hồ sơ đang giải quyết\n;;Tổng số;Trực tuyến;Trực tiếp;Kỳ trước chuyển sang;;\n1;A;100;60;40;5;95;10\n2;B;50;20;30;0;50;0',
    [],
  ],
  [
    'a unit that has reported nothing: the sum of the others may be less',
    'STT;Đơn vị;Số hồ sơ tiếp nhận;Số hồ sơ đã giải quyết\n1;A;10;9\n2;B;20;20\n3;Sở C;;\n;Tổng số;35;28',
    ['error row-sum 5'],
  ],
  [
    'rates that leave nothing out, without the counts that they are of',
    'STT;Đơn vị;Tỷ lệ trước và đúng hạn (%);Tỷ lệ quá hạn (%)\n1;A;97,5;2,4\n2;B;97,5;2,5\n3;C;97,5;3,5\n4;D;0;0',
    ['warning column-shares-of-hundred 2', 'error column-shares-of-hundred 4'],
  ],
  [
    'tables beside one another',
    'KẾT QUẢ;;;;;;;;;\nSTT;Đơn vị;Tổng số hồ sơ tiếp nhận;Trực tuyến;Trực tiếp;;STT;Đơn vị;Số hồ sơ đã giải quyết;;\n;;;;;;;;Tổng số;Đúng hạn;Quá hạn\n1;A;10;6;4;;1;X;10;8;2\n;Tổng số;10;6;4;;2;Y;20;20;0\n;;;;;;;Tổng số;31;28;2',
    ['error column-sum 6'],
  ],
  [
    'lists beside one another',
    'STT;Chỉ tiêu;ĐVT;Số liệu;;STT;Chỉ tiêu;ĐVT;Số liệu\n1;Tổng số hồ sơ đã giải quyết;Hồ sơ;100;;1;Số người dự thi;Người;12,5\n;Trước hạn;Hồ sơ;60;;2;Số hồ sơ đã nhận;Hồ sơ;42.95\n;Quá hạn;Hồ sơ;50;;;;;',
    ['error sum-of-parts 2,3,4', 'error fraction-of-a-count 2', 'error lost-digit 3'],
  ],
  [
    'people, and no figures',
    'STT;Họ và tên;Chức vụ;Đơn vị;Năm sinh\n1;X;Trưởng phòng;A;1980\n2;Y;Chuyên viên;A;1990\nSTT;Chỉ tiêu;Đơn vị tính;Số liệu\n1;Số hồ sơ;Hồ sơ;1',
    [],
  ],
]

describe('tables of any shape', () => {
  test.each(SHAPES)('%s', async (_name, table, expected) => {
    expect(await told(textFile(table))).toEqual(expected)
  })
})

test('columns of words beside the figures are no sums that could not be judged', async () => {
  const table = `${FORM};Người lập\n1;A;10;9;1;0;10;5;5;0;0;0;0;An\n;Cộng;10;9;1;0;10;5;5;0;0;0;0;An`
  const { coverage } = await checkReport({ file: textFile(table) })
  const rules = coverage.tables.flatMap((one) => one.rules)
  expect(rules.find(({ rule }) => rule === 'row-sum')).toMatchObject({ words: 0, blank: 0 })
})

test('every table has a number of its own, also where the first column of figures is blank', async () => {
  const blank = 'Chỉ tiêu;Số liệu;Lũy kế\nSố hồ sơ;;5'
  const plan = 'STT;Nội dung;ĐVT;Kế hoạch;Kết quả;Tỷ lệ %\n1;X;Hồ sơ;10;6;60%'
  for (const [table, numbers] of [
    [blank, [1]],
    [`${FORM}\n1;A;10;9;1;0;10;5;5;0;0;0;0\n${plan}`, [1, 2, 3]],
  ] as const) {
    const { coverage } = await checkReport({ file: textFile(table) })
    expect(coverage.tables.map((one) => one.table)).toEqual(numbers)
  }
})

/** A file with one other figure, and its cell. */
interface Altered {
  readonly file: GivenFile
  readonly cell: string
}

/** Every file in which one figure is another one: its first digit grows. */
function altered(name: string): readonly Altered[] {
  const text = new TextDecoder().decode(published(name).bytes)
  const plain = text.includes(';') ? String.raw`[\d.,]+%?` : String.raw`[\d.]+%?`
  const cell = new RegExp(String.raw`(?<=[;,\n])${plain}(?=[;,\r\n])|(?<=")[\d.,]+%?(?=")`, 'g')
  return [...text.matchAll(cell)]
    .filter(([figure]) => /\d{2}/.test(figure))
    .map(({ index, 0: figure }) => {
      const other = figure.replace(/^\d/, (digit) => (digit === '9' ? '8' : `${Number(digit) + 1}`))
      const changed = `${text.slice(0, index)}${other}${text.slice(index + figure.length)}`
      return { file: textFile(changed, name), cell: cellAt(text, index) }
    })
}

function cellAt(text: string, index: number): string {
  const lines = text.slice(0, index).split('\n')
  const before = (lines.at(-1) ?? '').replace(/"[^"]*"/g, '').replace(/"[^"]*$/, '')
  const column = before.split(text.includes(';') ? ';' : ',').length - 1
  return `${String.fromCharCode(65 + column)}${lines.length}`
}

type Told = Awaited<ReturnType<typeof checkReport>>['findings']

/** What is told of a file and of the published one it was, and where its figure was altered. */
interface Compared {
  readonly findings: Told
  readonly before: Told
  readonly cell: string
}

/** Of how many altered figures something new is told, and of how many their cells, alone or with another one. */
async function measured(name: string): Promise<string> {
  const { findings: before } = await checkReport({ file: published(name) })
  const all = await Promise.all(
    altered(name).map(async ({ file, cell }): Promise<Compared> => {
      return { findings: (await checkReport({ file })).findings, before, cell }
    }),
  )
  const places = all.map(placeOf)
  const count = (place: ReturnType<typeof placeOf>) => places.filter((one) => one === place).length
  const news = all.filter(({ findings }) => findings.some((one) => !before.some(isSame(one))))
  return `${news.length} of ${all.length}, ${count('alone')} alone, ${count('together')} with another, ${count('elsewhere')} elsewhere`
}

function isSame({ severity, rule, rows }: Told[number]) {
  const lines = (of: Told[number]['rows']) => of.map(({ line }) => line).join()
  return (other: Told[number]) =>
    other.severity === severity && other.rule === rule && lines(other.rows) === lines(rows)
}

/** Where an altered figure is told to be: it alone, it with others, or only others than those of the published table. */
function placeOf({ findings, before, cell }: Compared) {
  const known = new Set(mendsIn(before).map((cells) => cells.join()))
  const mends = mendsIn(findings).filter((cells) => !known.has(cells.join()))
  if (mends.some((cells) => cells.join() === cell)) return 'alone'
  if (mends.some((cells) => cells.includes(cell))) return 'together'
  return mends.length > 0 ? 'elsewhere' : 'open'
}

function mendsIn(findings: Told): readonly (readonly string[])[] {
  return findings.flatMap(({ mends }) => (mends ? [mends.map((one) => one.cell ?? '')] : []))
}

/** The others mostly have no figure beside them that would tell. */
test('an altered figure of a published table is found wherever other figures tell of it, and no other one is blamed', async () => {
  const found = await Promise.all(NAMES.map(async (name) => [name, await measured(name)] as const))
  expect(Object.fromEntries(found)).toMatchInlineSnapshot(`
    {
      "ben-tre-2021-05-as-printed.csv": "1 of 1, 0 alone, 0 with another, 0 elsewhere",
      "ben-tre-2021-05.csv": "6 of 10, 0 alone, 0 with another, 0 elsewhere",
      "dong-thuan-2025-10-as-printed.csv": "2 of 2, 0 alone, 0 with another, 0 elsewhere",
      "dong-thuan-2025-10.csv": "3 of 7, 0 alone, 0 with another, 0 elsewhere",
      "kon-tum-2023-q1-list.csv": "7 of 13, 0 alone, 0 with another, 0 elsewhere",
      "kon-tum-2023-q1.csv": "10 of 15, 2 alone, 0 with another, 0 elsewhere",
      "lam-dong-2020-q1-form-06a.csv": "19 of 24, 5 alone, 1 with another, 0 elsewhere",
      "lam-dong-2020-q1-one-row-of-heads.csv": "23 of 30, 5 alone, 10 with another, 0 elsewhere",
      "lam-dong-2020-q1.csv": "26 of 30, 5 alone, 13 with another, 0 elsewhere",
      "phu-giao-2020.csv": "7 of 9, 0 alone, 0 with another, 0 elsewhere",
      "vinh-phuc-2021-09.csv": "12 of 22, 0 alone, 0 with another, 0 elsewhere",
    }
  `)
})
