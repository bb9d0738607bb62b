import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SimulatedDossier, World } from '@cchc/portals'
import { utils, write } from '@e965/xlsx'

const HEADS = [
  ...['STT', 'Mã hồ sơ', 'Người nộp hồ sơ', 'Số điện thoại', 'Mã TTHC', 'Tên thủ tục'],
  ...['Đơn vị giải quyết', 'Ngày tiếp nhận', 'Ngày hẹn trả', 'Ngày hoàn thành'],
  ...['Ngày trả kết quả', 'Hình thức nộp', 'Trạng thái'],
]
const CHANNELS = { online: 'Trực tuyến', direct: 'Trực tiếp', postal: 'Bưu chính công ích' }
/** How an export calls the states of the simulated province. */
const STATUSES: Readonly<Record<string, string>> = {
  ...{ processing: 'Đang xử lý', waiting: 'Chờ bổ sung', interoperating: 'Đang liên thông' },
  ...{ releasing: 'Chờ trả kết quả', done: 'Đã trả kết quả', unresolved: 'Từ chối giải quyết' },
  ...{ cancelled: 'Rút hồ sơ', denied: 'Từ chối tiếp nhận' },
}
const FORMATS = ['xlsx', 'csv', 'ods', 'csv', 'xlsx', 'csv', 'ods', 'csv', 'biff8'] as const
const ENDINGS = { xlsx: 'xlsx', biff8: 'xls', ods: 'ods', csv: 'csv' } as const

/** Somebody who must not come through. */
export const CANARY = { name: 'Nguyễn Thị Sầu Riêng Khô', phone: '0987650123' }

/** Writes what a province's system would export: a list of each unit, each format in turn. Returns how many dossiers. */
export function exportWorld(world: World, folder: string): number {
  mkdirSync(folder, { recursive: true })
  const all = Array.from({ length: world.dossierCount }, (_, index) => world.dossier(index))
  const byUnit = [...Map.groupBy(all, ({ organisation }) => organisation.code)]
  for (const [index, [unit, own]] of byUnit.entries()) {
    const format = FORMATS[index % FORMATS.length] ?? 'csv'
    const name = `${unit.replaceAll('.', '-')}.${ENDINGS[format]}`
    writeFileSync(join(folder, name), listOf(own, format))
  }
  return all.length
}

/** A list of one unit's dossiers, with the days that it is of where they are told. */
export function listOf(
  own: readonly SimulatedDossier[],
  format: (typeof FORMATS)[number],
  days?: string,
): Uint8Array {
  const title = [`DANH SÁCH HỒ SƠ CỦA ${own[0]?.organisation.name.toUpperCase()}`]
  const date = format === 'csv' ? writtenDate : dateCell
  const rows = own.map((dossier, index) => rowOf(dossier, index, date))
  const sheet = utils.aoa_to_sheet([
    title,
    days ? [days] : [],
    HEADS,
    ...rows,
    ['Tổng số', own.length],
  ])
  if (format === 'csv') {
    const text = utils.sheet_to_csv(sheet, { FS: ';', blankrows: true })
    return new TextEncoder().encode(`\uFEFF${text}`)
  }
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, 'Danh sách')
  return new Uint8Array(write(book, { type: 'array', bookType: format }))
}

type DateOf = (instant: number | null) => unknown

function rowOf(dossier: SimulatedDossier, index: number, date: DateOf): unknown[] {
  const { code, procedure, organisation, receivedAt, dueAt, releasedAt, finishedAt } = dossier
  const channel = dossier.channelUnstated ? '' : CHANNELS[dossier.channel]
  return [
    ...[index + 1, code, CANARY.name, CANARY.phone, procedure.code, procedure.name],
    ...[organisation.name, date(receivedAt), date(dueAt), date(releasedAt), date(finishedAt)],
    ...[channel, STATUSES[dossier.status] ?? ''],
  ]
}

const OFFSET_MS = 7 * 3_600_000

const dateCell: DateOf = (instant) =>
  instant === null
    ? null
    : { t: 'n', v: (instant + OFFSET_MS) / 86_400_000 + 25_569, z: 'dd/mm/yyyy' }

const writtenDate: DateOf = (instant) => {
  if (instant === null) return ''
  const [day = '', time = ''] = new Date(instant + OFFSET_MS).toISOString().split('T')
  return `${day.split('-').reverse().join('/')} ${time.slice(0, 8)}`
}
