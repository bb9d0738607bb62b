import { type Words, within } from './words.ts'

const LOSSES: Words = { giam: 'cắt giảm, giảm', 'tinh gian': 'tinh giản biên chế' }

/** Nothing can lose more than all of it. */
export const SHRINKS = within(LOSSES)

/** Rates that compare two times instead of a part with its whole. */
export const COMPARES = within({
  ...LOSSES,
  tang: 'tăng',
  'so voi': 'so với năm 2015',
  'chenh lech': 'chênh lệch',
})

/** What may be below zero. */
export const SIGNED = within({
  tang: 'tăng, giảm',
  giam: 'tăng, giảm',
  'chenh lech': 'chênh lệch thu chi',
  'so voi': 'so với cùng kỳ',
  'so sanh': 'so sánh với kỳ trước',
  'bien dong': 'biến động',
})

/** Growth, and what is measured by an estimate or by something else, may be more than the whole. */
export const GROWS = within({
  tang: 'tỷ lệ tăng thu',
  'toc do': 'tốc độ tăng',
  'thu chi': 'tỷ lệ thu chi',
  'so voi': 'so với dự toán',
  vuot: 'vượt kế hoạch',
  'du toan': 'dự toán',
  '^chi so': 'Chỉ số sản xuất',
})

/** What is printed below a count and is no part of it. */
export const NO_PART = within({
  ...LOSSES,
  tang: 'tăng so với năm trước',
  'bai bo': 'TTHC bãi bỏ',
  'thay the': 'TTHC thay thế',
  moi: 'ban hành mới',
  'sua doi': 'sửa đổi, bổ sung',
  'luy ke': 'lũy kế từ đầu năm',
  'ky truoc': 'từ kỳ trước',
  chuyen: 'chuyển sang, chuyển đổi',
  'co mat': 'có mặt, of posts assigned',
  'hop dong': 'hợp đồng, no posts',
  pakn: 'PAKN về hồ sơ',
  luot: 'lượt người',
  'tra ket qua': 'trả kết quả qua BCCI',
  lai: 'bổ nhiệm lại',
  khac: 'khác',
  'nghi huu': 'nghỉ hưu',
  'thoi viec': 'thôi việc',
  'luan chuyen': 'luân chuyển',
  'dieu dong': 'điều động',
})

/** Below a total, and yet no share of it that excludes the others. */
export const NO_SHARE = within({
  'phat sinh': 'có phát sinh hồ sơ',
  'luy ke': 'lũy kế từ đầu năm',
  'tiep nhan va tra': 'tiếp nhận và trả kết quả qua BCCI',
  'bo nhiem moi': 'bổ nhiệm mới',
  nu: 'nữ',
  'dan toc thieu so': 'người dân tộc thiểu số',
  'dang vien': 'đảng viên',
  'dat chuan': 'đạt chuẩn',
  'trinh do': 'trình độ đại học',
  'so voi': 'so với năm trước',
  'thanh toan': 'thanh toán trực tuyến',
  'dung chung': 'dùng chung các cấp',
})

/** Open, due or of another time: not the things that another row counts. */
export const ELSEWHERE = within({
  dang: 'đang giải quyết',
  chua: 'chưa giải quyết',
  phai: 'phải giải quyết',
  can: 'cần giải quyết',
  'ky truoc': 'từ kỳ trước',
  'nam truoc': 'gồm cả năm trước',
  'luy ke': 'lũy kế từ đầu năm',
  'dau nam': 'có đến đầu năm',
  chuyen: 'chuyển sang',
})
