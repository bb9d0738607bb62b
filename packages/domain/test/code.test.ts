import { expect, test } from 'vitest'
import { CatalogueCode, ReceivedLevel, ReceivedStatus } from '../src/code.ts'

const PERSONAL = ['Nguyễn Văn A', 'Nguyen Van A', '0912345678', '001090012345', 'a@b.vn', 'a\ufffd']

test.each([
  ['a code', CatalogueCode, ['G05-HKD', 'F1', '1.004875', 'LV_12/3', '12345678']],
  ['a status', ReceivedStatus, ['done', '9', '10', 'DA_TRA', 'refusedAtReception', '']],
  [
    'a level',
    ReceivedLevel,
    ['4', 'Mức độ 4', 'Toàn trình', 'DVC một phần', 'mức 3 (một phần)', 'full', ''],
  ],
])('%s is known by its shape', (_, schema, good) => {
  for (const text of good) expect(schema.safeParse(text).success, text).toBe(true)
  for (const text of PERSONAL) expect(schema.safeParse(text).success, text).toBe(false)
  expect(schema.safeParse('a'.repeat(100)).success).toBe(false)
})
