import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type CountedDossier,
  type DossierStatistics,
  type DossierStatus,
  dayNumber,
  II06_COLUMNS,
  Tally,
  tt01,
} from '@cchc/domain'
import type { SimulatedDossier, SimulatedOrganisation, World } from '@cchc/portals'
import { type BookType, utils, type WorkSheet, write } from '@e965/xlsx'
import { listOf } from './exported-world.ts'

/** What one unit states: by field, and altogether. */
export interface UnitFigures {
  readonly unit: SimulatedOrganisation
  readonly fields: ReadonlyMap<string, DossierStatistics>
  readonly whole: DossierStatistics
}

interface Counted {
  readonly unit: SimulatedOrganisation
  readonly fields: Map<string, Tally>
  readonly whole: Tally
  readonly own: SimulatedDossier[]
}

/** Lists are written of units with fewer dossiers than this. */
const SMALL = 1200

/** A province's year as the exports of its units, and what each states; `lists` are the units that give dossiers. */
export function exportProvince(world: World, folder: string) {
  const counted = countUnits(world)
  const lists = counted.filter(({ own }) => own.length < SMALL).slice(0, 3)
  const forms = counted.filter((one) => !lists.includes(one)).map(figuresOf)
  mkdirSync(join(folder, 'cấp xã'.normalize('NFD')), { recursive: true })
  const put = (name: string, bytes: Uint8Array) => writeFileSync(join(folder, name), bytes)
  for (const { unit, own } of lists) {
    put(`danh-sach-${unit.code}.xls`, listOf(own, 'biff8', DAYS))
  }
  writeDepartments(forms, put)
  writeDistricts(forms, put)
  writeCommunes(forms, put)
  return { units: counted.map(figuresOf), lists: lists.map(({ unit }) => unit.code) }
}

const DAYS = 'Từ ngày 15/12/2021 đến ngày 14/12/2022'
type Put = (name: string, bytes: Uint8Array) => void
const FORMATS: readonly (readonly [BookType, string])[] = [
  ['xlsx', 'xlsx'],
  ['biff8', 'xls'],
  ['ods', 'ods'],
  ['csv', 'csv'],
]

/** A form by fields of each department, each format in turn. */
function writeDepartments(all: readonly UnitFigures[], put: Put): void {
  const own = all.filter(({ unit }) => unit.level === 'department')
  for (const [index, one] of own.entries()) {
    const [type, ending] = FORMATS[index % FORMATS.length] ?? ['xlsx', 'xlsx']
    const lines = byFields(one, { asText: index % 3 === 0 || type === 'csv' })
    put(`${one.unit.code}.${ending}`, book([['II.06a', sheetOf(lines)]], type))
  }
}

/** All districts in one workbook, a sheet of each. */
function writeDistricts(all: readonly UnitFigures[], put: Put): void {
  const own = all.filter(({ unit }) => unit.level === 'district')
  const sheets = own.map((one): Sheet => [one.unit.code, sheetOf(byFields(one, {}))])
  put('cap-huyen.xlsx', book(sheets, 'xlsx'))
}

/** The communes of each district by units; those of two districts one below the other on a sheet. */
function writeCommunes(all: readonly UnitFigures[], put: Put): void {
  const own = all.filter(({ unit }) => unit.level === 'commune')
  const groups = [...Map.groupBy(own, ({ unit }) => unit.parentCode).values()]
  const tables = groups.map((units) => byUnits(units))
  const [first = [], second = [], ...others] = tables
  put('hai-huyen.xlsx', book([['Cấp xã', sheetOf([...first, [], ...second])]], 'xlsx'))
  for (const [index, table] of others.entries()) {
    const [type, ending] = FORMATS[(index + 1) % FORMATS.length] ?? ['ods', 'ods']
    const name = `cấp xã/huyện ${index + 1}.${ending}`.normalize('NFD')
    put(name, book([['Biểu', sheetOf(table)]], type))
  }
}

type Line = readonly (string | number)[]
type Sheet = readonly [string, WorkSheet]

const head = (label: string): readonly Line[] => [
  [
    ...['STT', label, 'Số hồ sơ nhận giải quyết', '', '', ''],
    ...['Số hồ sơ đã giải quyết', '', '', '', 'Số hồ sơ đang giải quyết', '', ''],
  ],
  [
    ...['', '', 'Tổng số', 'Trong kỳ', '', 'Từ kỳ trước', 'Tổng số', 'Trước hạn', 'Đúng hạn'],
    ...['Quá hạn', 'Tổng số', 'Trong hạn', 'Quá hạn'],
  ],
  ['', '', '', 'Trực tuyến', 'Trực tiếp, dịch vụ bưu chính'],
  ['(1)', '(2)', ...II06_COLUMNS.map((_column, index) => `(${index + 3})`)],
]

function byFields({ unit, fields, whole }: UnitFigures, how: { readonly asText?: boolean }) {
  const rows = [...fields].map(([name, one], index) => [index + 1, name, ...cells(one, how)])
  return [
    ['Biểu số II.06a/VPCP/KSTT', '', `Đơn vị báo cáo: ${unit.name}`],
    ['TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH'],
    [DAYS],
    ...head('Lĩnh vực, công việc giải quyết theo cấp'),
    ...rows,
    ['Tổng số', '', ...cells(whole, how)],
  ]
}

function byUnits(units: readonly UnitFigures[]): Line[] {
  const sum = II06_COLUMNS.map(({ key }) => units.reduce((all, { whole }) => all + whole[key], 0))
  return [
    ['UBND TỈNH ĐẮK NÔNG'],
    [DAYS],
    ...head('Đơn vị'),
    ['I', 'UBND cấp xã', ...sum],
    ...units.map(({ unit, whole }, index) => [index + 1, unit.name, ...cells(whole, {})]),
    ['', 'Tổng cộng', ...sum],
  ]
}

function cells(one: DossierStatistics, { asText = false }: { readonly asText?: boolean }) {
  return II06_COLUMNS.map(({ key }) => (asText ? withDots(one[key]) : one[key]))
}

function withDots(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '.')
}

/** With the merged cells of its heads. */
function sheetOf(lines: readonly Line[]): WorkSheet {
  const sheet = utils.aoa_to_sheet(lines.map((line) => [...line]))
  const heads = lines.flatMap((line, row) => (line[0] === 'STT' ? [row] : []))
  sheet['!merges'] = heads.flatMap((r) => [
    { s: { r, c: 0 }, e: { r: r + 2, c: 0 } },
    { s: { r, c: 1 }, e: { r: r + 2, c: 1 } },
    { s: { r, c: 2 }, e: { r, c: 5 } },
    { s: { r, c: 6 }, e: { r, c: 9 } },
    { s: { r, c: 10 }, e: { r, c: 12 } },
    { s: { r: r + 1, c: 3 }, e: { r: r + 1, c: 4 } },
  ])
  return sheet
}

function book(sheets: readonly Sheet[], bookType: BookType): Uint8Array {
  const [first] = sheets
  if (bookType === 'csv' && first) {
    const text = utils.sheet_to_csv(first[1], { FS: ';', blankrows: true })
    return new TextEncoder().encode(`\uFEFF${text}`)
  }
  const workbook = utils.book_new()
  for (const [name, sheet] of sheets) utils.book_append_sheet(workbook, sheet, name)
  return new Uint8Array(write(workbook, { type: 'array', bookType }))
}

const STATUSES: Readonly<Record<string, DossierStatus>> = {
  ...{ waiting: 'awaiting_supplement', releasing: 'finished', done: 'returned' },
  ...{ unresolved: 'refused', cancelled: 'withdrawn', denied: 'refused_at_reception' },
}

/** A dossier as its list tells it. */
function countedDossier(one: SimulatedDossier): CountedDossier {
  const status = STATUSES[one.status] ?? 'processing'
  const { channel, receivedAt, dueAt, releasedAt: finishedAt } = one
  const isWaiting = status === 'awaiting_supplement'
  return {
    ...{ status, channel, receivedAt, dueAt, finishedAt, returnedAt: one.finishedAt },
    pauses: isWaiting ? [{ from: receivedAt, to: null }] : [],
  }
}

function countUnits(world: World): readonly Counted[] {
  const [from, to] = [dayNumber(world.totals.from), dayNumber(world.totals.to)]
  const byUnit = new Map<string, Counted>()
  for (let index = 0; index < world.dossierCount; index += 1) {
    const dossier = world.dossier(index)
    const { organisation: unit, procedure } = dossier
    const own: Counted = byUnit.get(unit.code) ?? {
      ...{ unit, fields: new Map(), whole: new Tally(from, to), own: [] },
    }
    byUnit.set(unit.code, own)
    if (own.own.length < SMALL) own.own.push(dossier)
    const field = own.fields.get(procedure.fieldName) ?? new Tally(from, to)
    own.fields.set(procedure.fieldName, field)
    const counted = countedDossier(dossier)
    own.whole.addDossier(tt01, counted)
    field.addDossier(tt01, counted)
  }
  return [...byUnit.values()].toSorted((a, b) => (a.unit.code < b.unit.code ? -1 : 1))
}

function figuresOf({ unit, fields, whole }: Counted): UnitFigures {
  const counted = [...fields].map(([name, tally]) => [name, tally.statistics()] as const)
  return { unit, fields: new Map(counted), whole: whole.statistics() }
}
