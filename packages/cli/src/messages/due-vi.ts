import type { dueEn } from './due-en.ts'

/** Messages about dossiers that are overdue or due soon, in Vietnamese. */
export const dueVi: typeof dueEn = {
  columns: {
    code: 'Mã hồ sơ',
    unit: 'Đơn vị',
    procedure: 'Thủ tục hành chính',
    dueOn: 'Ngày hẹn trả',
    kind: 'Tình trạng',
    daysLate: 'Số ngày quá hạn',
  },
  kinds: { overdue: 'quá hạn', dueSoon: 'sắp đến hạn' },
  all: 'Tất cả các đơn vị',
  summary: ({ overdue, dueSoon, day, lastDay }) =>
    `Ngày ${day}: ${overdue} hồ sơ quá hạn, ${dueSoon} hồ sơ đến hạn trước hết ngày ${lastDay}.`,
  leftOut: (count) => `Còn ${count} hồ sơ không liệt kê: xem --most.`,
}
