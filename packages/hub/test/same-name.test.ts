import { expect, test } from 'vitest'
import { sameName } from '../src/entered/head-findings.ts'

test.each([
  ['Sở Nội vụ', 'SỞ NỘI VỤ TỈNH KHÁNH HÒA'],
  ['Ban Dân tộc', 'Ban Dân tộc Khánh Hòa'],
  ['UBND xã Tân Lập', 'Ủy ban nhân dân xã Tân Lập, huyện Tân Hòa'],
  ['UBND tỉnh', 'UBND tỉnh Khánh Hòa'],
])('%s is %s', (one, other) => {
  expect([sameName(one, other), sameName(other, one)]).toEqual([true, true])
})

test.each([
  ['UBND xã Tân Lập', 'UBND xã Tân Lập Mới'],
  ['UBND phường Tân', 'UBND phường Tân Sơn'],
  ['Sở Nông nghiệp', 'Sở Nông nghiệp và Môi trường'],
  ['Sở Văn hóa', 'Sở Văn hóa, Thể thao và Du lịch'],
  ['Sở Y tế', 'Sở Y tếx'],
])('%s is not %s', (one, other) => {
  expect([sameName(one, other), sameName(other, one)]).toEqual([false, false])
})
