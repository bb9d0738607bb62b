import { unreadableReason } from '@cchc/connector-kit'
import { Dossier } from '@cchc/domain'
import { expect, test } from 'vitest'
import { dossiersIn } from './tables.ts'

const at = (text: string) => Date.parse(`${text}+07:00`)
const HEAD =
  'STT | Mã hồ sơ | Mã TTHC | Cơ quan giải quyết | Đơn vị tiếp nhận | Ngày nộp | Ngày tiếp nhận | Ngày cơ quan có thẩm quyền nhận hồ sơ | Ngày hoàn thành | Tình trạng thanh toán | Trạng thái | Biên lai | Thư xin lỗi | Phi địa giới | Ngày hẹn trả | Hình thức nhận hồ sơ'

const readRow = async (row: string) => {
  const { dossiers, refused, warnings } = await dossiersIn(`${HEAD}\n${row}`)
  return { dossiers, refused, warnings }
}

test('columns of a list state facts of a dossier: who took it in, when it was passed on, how it was paid', async () => {
  const { dossiers, refused, warnings } = await readRow(
    '1 | A-0001 | 1.004875 | Sở Tư pháp | UBND xã Nhân Cơ | 05/8/2026 15:30 | 05/8/2026 16:00 | 06/8/2026 | 12/8/2026 | Tiền mặt | Đã giải quyết | 0012345 | 15/TXL-STP | Có | 20/8/2026 | Trực tiếp',
  )
  expect(refused).toEqual([])
  expect(warnings).toEqual([])
  expect(dossiers).toMatchObject([
    {
      organisationCode: 'H16.53',
      status: 'finished',
      receivedAt: at('2026-08-05T16:00:00'),
      facts: {
        handedInAt: at('2026-08-05T15:30:00'),
        competentSince: at('2026-08-06T00:00:00'),
        receivingOrganisation: 'H16.31.02',
        apology: true,
        outsideArea: true,
        payment: 'direct',
        receipt: true,
      },
    },
  ])
  expect(Dossier.safeParse(dossiers[0]).success).toBe(true)
})

test('a blank cell states nothing, and a day alone is not before the hour of the same day', async () => {
  const { dossiers } = await readRow(
    '1 | A-0001 | 1.004875 | Sở Tư pháp | | | 05/8/2026 16:00 | 05/8/2026 | 05/8/2026 | Chưa thanh toán | Đã giải quyết | | |',
  )
  expect(dossiers[0]?.facts).toEqual({ competentSince: at('2026-08-05T16:00:00') })
  expect(Dossier.safeParse(dossiers[0]).success).toBe(true)
})

test('a unit alone that took it in is the one whose dossier it is', async () => {
  const { dossiers } = await dossiersIn(`
Mã hồ sơ | Mã TTHC | Đơn vị tiếp nhận | Ngày tiếp nhận
A-0001 | 1.004875 | Sở Tư pháp | 05/8/2026`)
  expect(dossiers).toMatchObject([{ organisationCode: 'H16.53' }])
  expect(dossiers[0]).not.toHaveProperty('facts')
})

test('an answer that is neither yes nor no costs its row alone, with the cell and without what it says', async () => {
  const { dossiers, refused } = await readRow(
    '1 | A-0001 | 1.004875 | Sở Tư pháp | | | 05/8/2026 | | | | | | Nguyễn Văn Mít |',
  )
  expect(dossiers).toEqual([])
  const reason = unreadableReason(refused[0])
  expect(reason).toMatchObject({ path: 'facts.apology', message: { values: { cell: 'M2' } } })
  expect(JSON.stringify(reason)).not.toContain('Mít')
})
