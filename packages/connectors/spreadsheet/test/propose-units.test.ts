import { expect, test } from 'vitest'
import { propose } from '../src/propose/propose.ts'

/** The units that are proposed for files of lines. */
async function unitsOf(files: Readonly<Record<string, string>>) {
  const list = async () =>
    Object.keys(files).map((path) => ({ path, sha256: path, size: 1, modifiedAt: 0 }))
  const read = async ({ path }: { readonly path: string }) =>
    new TextEncoder().encode((files[path] ?? '').trim().replaceAll(/ *\| */g, '|'))
  const { units } = await propose({ files: { list, read } }, Date.UTC(2026, 11, 1))
  return units.map(({ name, code, isOwn }) => [name, code, isOwn ? 'numbered' : 'given'])
}

const HEADS = 'Mã hồ sơ | Đơn vị | Ngày tiếp nhận'

test('codes of dossiers tell that of a unit, unless several have it or it is the province’s', async () => {
  const rows = [
    'H36.53-250701-0001 | Sở Tư pháp | 01/07/2025',
    'H36.53-250701-0002 | Phòng Hành chính tư pháp | 01/07/2025',
    'H36.01-250701-0003 | Sở Y tế | 01/07/2025',
    'H36.01-250701-0004 | Sở Xây dựng | 01/07/2025',
    'H36-250701-0005 | Sở Nội vụ | 01/07/2025',
  ]
  expect(await unitsOf({ 'a.csv': [HEADS, ...rows].join('\n') })).toEqual([
    ['UBND tỉnh', 'H36', 'given'],
    ['Sở Tư pháp', 'H36.53', 'given'],
    ['Phòng Hành chính tư pháp', 'H36.53', 'given'],
    ['Sở Y tế', 'H36.701', 'numbered'],
    ['Sở Xây dựng', 'H36.702', 'numbered'],
    ['Sở Nội vụ', 'H36.703', 'numbered'],
  ])
})

test('units that lines within a list or above it name are proposed, a register is none', async () => {
  const heads = 'Mã hồ sơ | Ngày tiếp nhận'
  const within = `UBND TỈNH THỬ NGHIỆM\n${heads}\nI. Sở Tư pháp |\nA-1 | 01/07/2025\nB. Chi tiết |\nII - UBND xã Nhân Cơ |\nA-2 | 01/07/2025`
  const above = `SỞ CÔNG THƯƠNG\nSỔ THEO DÕI HỒ SƠ\n${heads}\nB-1 | 01/07/2025`
  expect(await unitsOf({ 'a.csv': within, 'b.csv': above })).toEqual([
    ['UBND tỉnh Thử Nghiệm', 'H00', 'numbered'],
    ['Sở Tư pháp', 'H00.701', 'numbered'],
    ['UBND xã Nhân Cơ', 'H00.702', 'numbered'],
    ['Sở Công Thương', 'H00.703', 'numbered'],
  ])
})
