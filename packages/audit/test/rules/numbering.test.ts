import { describe, expect, test } from 'vitest'
import { says } from '../list.ts'

test('code-of-heading names the code that its rows agree on', () => {
  const form = `
    3 | Cải cách TTHC | |
    3.2 | Số hóa hồ sơ | |
    3.1.1 | Số hồ sơ đã số hóa | Hồ sơ | 1
    3.1.2 | Số kết quả đã số hóa | Hồ sơ | 1`
  expect(says('code-of-heading', form)).toEqual([
    'error 2 | 3.2 | 3.1 | Mã số 3.2 “Số hóa hồ sơ” (dòng 2) không khớp với các mục con được đánh số 3.1.1 trở đi; mã đúng là 3.1.',
  ])
})

describe('code-out-of-place', () => {
  test('gives each row its place among the coded rows of its heading, and says which codes are repeated', () => {
    const form = `
      1 | Chỉ đạo, điều hành | |
      1.1 | Kế hoạch CCHC | |
      1.1.1 | Số nhiệm vụ đề ra | Nhiệm vụ | 30
      1.2 | Kiểm tra CCHC | |
        | Số kế hoạch | Kế hoạch | 1
      1.1.1 | Số đơn vị được kiểm tra | Đơn vị | 3
      1.1.2 | Số vấn đề phát hiện | Vấn đề | 2`
    expect(says('code-out-of-place', form)).toEqual([
      'error 6,7 | 1.1.1, 1.1.2 | 1.2.1, 1.2.2 | Các dòng thuộc mục 1.2 “Kiểm tra CCHC” (dòng 6, 7) được đánh số 1.1.1, 1.1.2 thay vì 1.2.1, 1.2.2; trong đó 1.1.1 trùng với mục đã có ở trên.',
    ])
  })

  test('says nothing of repeated codes where none is', () => {
    const form = `
      2 | Thủ tục hành chính | |
      2.1 | Số hồ sơ | Hồ sơ | 1
      2.2 | Kiểm tra | |
      2.1.1 | Số cuộc | Cuộc | 1
      2.1.2 | Số đơn vị | Đơn vị | 1`
    expect(says('code-out-of-place', form)).toEqual([
      'error 4,5 | 2.1.1, 2.1.2 | 2.2.1, 2.2.2 | Các dòng thuộc mục 2.2 “Kiểm tra” (dòng 4, 5) được đánh số 2.1.1, 2.1.2 thay vì 2.2.1, 2.2.2.',
    ])
  })
})

describe('code-out-of-sequence', () => {
  test('names the code that is next at its own rank', () => {
    const form = `
      2 | Kiểm tra | |
      2.4 | Đơn vị | |
      2.4.1 | Số đơn vị | Đơn vị | 5
      2.4.3 | Số cuộc | Cuộc | 6`
    expect(says('code-out-of-sequence', form)).toEqual([
      'warning 3,4 | 2.4.3 | 2.4.2 | Sau mã số 2.4.1 (dòng 3) là 2.4.3 (dòng 4), thiếu hoặc sai thứ tự mã 2.4.2.',
    ])
  })

  test('asks about a code that goes back, not about one that a list begins with', () => {
    const form = (second: string) => `
      1 | Kiểm tra | |
      1.4 | Số đơn vị | Đơn vị | 5
      ${second} | Số cuộc | Cuộc | 6`
    expect(says('code-out-of-sequence', form('1.5'))).toEqual([])
    expect(says('code-out-of-sequence', form('1.3'))).toHaveLength(1)
  })
})

describe('code-twice', () => {
  const expected = (form: string) =>
    says('code-twice', form).map((one) => one.split(' | ').slice(1, 3).join(' -> '))

  test('names the row that had the code first, and the rows below that repeat theirs', () => {
    const form = `
      1 | Kiểm tra | |
      1.1 | Theo kế hoạch | |
      1.1.1 | Số đơn vị | Đơn vị | 5
      1.1 | Đột xuất | |
      1.1.1 | Số cuộc | Cuộc | 6`
    expect(says('code-twice', form)).toEqual([
      'error 4,5 | 1.1, 1.1.1 | 1.2, 1.2.1 | Mã số 1.1 “Đột xuất” (dòng 4) trùng với mã đã dùng cho “Theo kế hoạch” (dòng 2), và các mục con (dòng 5) cũng trùng theo.',
    ])
  })

  test('says nothing of rows below where there are none', () => {
    const form = '1 | Kiểm tra | |\n1.1 | Số đơn vị | Đơn vị | 5\n1.1 | Số cuộc | Cuộc | 6'
    expect(says('code-twice', form)).toEqual([
      'error 3 | 1.1 | 1.2 | Mã số 1.1 “Số cuộc” (dòng 3) trùng với mã đã dùng cho “Số đơn vị” (dòng 2).',
    ])
  })

  test('proposes the code after the row before it, at any rank and beyond 9', () => {
    expect(
      expected(`
        1 | Kiểm tra | |
        1.1 | Theo kế hoạch | |
        1.1.1 | Số đơn vị | Đơn vị | 5
        1.1.2 | Số vấn đề | Vấn đề | 5
        1.1.1 | Số cuộc | Cuộc | 6`),
    ).toEqual(['1.1.1 -> 1.1.3'])
    expect(
      expected(`
        1.10 | Số đơn vị | Đơn vị | 5
        1.11 | Số vấn đề | Vấn đề | 5
        1.10 | Số cuộc | Cuộc | 6`),
    ).toEqual(['1.10 -> 1.12'])
  })

  test('proposes none after a letter, nor for the first row of a heading', () => {
    const once = 'mỗi mã số chỉ dùng một lần'
    expect(
      expected(`
        1 | Kiểm tra | |
        a | Số đơn vị | Đơn vị | 5
        b | Số vấn đề | Vấn đề | 5
        a | Số cuộc | Cuộc | 6`),
    ).toEqual([`a -> ${once}`])
    expect(
      expected(`
        1 | Kiểm tra | |
        1.1 | Theo kế hoạch | |
        1.1.1 | Số đơn vị | Đơn vị | 5
        1 | Thanh tra | |
        1.1 | Đột xuất | |
        1.1.1 | Số cuộc | Cuộc | 6`),
    ).toEqual(['1, 1.1 -> 2, 2.1', `1.1.1 -> ${once}`])
  })
})

describe('heading-not-printed', () => {
  test('names the section, and the item after which its first row comes', () => {
    const form = `
      3 | Thủ tục hành chính | |
      3.1 | Số hồ sơ tiếp nhận | Hồ sơ | 5
      4.1 | Số người có mặt | Người | 5
      4.2 | Số người nghỉ hưu | Người | 5`
    expect(says('heading-not-printed', form)).toEqual([
      'warning 3 | 4.1 | 4 | Mã số 4.1 (dòng 3) đứng sau mục 3 mà không có dòng tiêu đề 4.',
    ])
  })
})

describe('normative-number-without-year', () => {
  const form = (first: string, second: string) =>
    `1 | Số VBQPPL: Nghị quyết ${first}/NQ-HĐND, Quyết định ${second}/QĐ-UBND và Nghị quyết 4/NQ-HĐND | Văn bản | 3`

  test('names each number without a year beside one that has it', () => {
    expect(says('normative-number-without-year', form('03', '11/2023'))).toEqual([
      'warning 1 | 03/NQ-HĐND, 4/NQ-HĐND | số/năm ban hành/ký hiệu | Dòng 1 dẫn 03/NQ-HĐND, 4/NQ-HĐND không có năm ban hành trong số, ký hiệu, trong khi văn bản quy phạm pháp luật khác cùng dòng có ghi.',
    ])
  })

  test('says nothing where a row writes them all alike, or counts something else', () => {
    expect(says('normative-number-without-year', form('03', '11'))).toEqual([])
    const others = form('03', '11/2023').replace('VBQPPL', 'văn bản')
    expect(says('normative-number-without-year', others)).toEqual([])
  })
})

describe('one-document-two-numbers', () => {
  const of = (inText: string, day: string) => ({
    rows: `1 | Ban hành Nghị quyết 03/NQ-HĐND ngày ${day} | Văn bản | 1`,
    text: `Nghị quyết số ${inText} ngày 21/7/2023`,
  })

  test('names both numbers with their places', () => {
    expect(says('one-document-two-numbers', of('03/2023/NQ-HĐND', '21/7/2023'))).toEqual([
      'error 1 | 03/2023/NQ-HĐND (phần lời văn) và 03/NQ-HĐND (dòng 1 của bảng chỉ tiêu) | một số, ký hiệu | Cùng một văn bản ngày 21/7/2023 được ghi các số, ký hiệu khác nhau: 03/2023/NQ-HĐND (phần lời văn) và 03/NQ-HĐND (dòng 1 của bảng chỉ tiêu).',
    ])
  })

  test('two numbers of two days, or of two bodies, are two documents', () => {
    expect(says('one-document-two-numbers', of('03/2023/NQ-HĐND', '22/7/2023'))).toEqual([])
    expect(says('one-document-two-numbers', of('03/2023/QĐ-UBND', '21/7/2023'))).toEqual([])
  })
})
