import type { periodEn } from './period-en.ts'

/** Messages about closed periods, the calendar, and figures as known at an instant, in Vietnamese. */
export const periodVi: typeof periodEn = {
  help: { period: 'các kỳ báo cáo đã chốt; liệt kê' },
  columns: {
    organisation: 'Đơn vị',
    period: 'Kỳ',
    days: 'Từ ngày – đến ngày',
    action: 'Việc',
    by: 'Người thực hiện',
    at: 'Lúc',
    note: 'Ghi chú',
    day: 'Ngày',
    kind: 'Loại',
    occasion: 'Dịp',
    basis: 'Căn cứ',
  },
  actions: { close: 'chốt', reopen: 'mở lại' },
  kinds: { off: 'nghỉ', working: 'làm bù' },
  unverified: 'chưa đối chiếu thông báo',
  closedBy: (by, at) => `Số liệu đã chốt: ${by} chốt kỳ này, ${at}.`,
  restated:
    'Dữ liệu nhận sau khi chốt làm thay đổi số liệu: xem cchc period restatements hoặc dùng --current.',
  reopenedSince: 'Kỳ này đã được mở lại.',
  unknownYear: (years) => `Đã có lịch nghỉ các năm ${years}; bổ sung năm khác trong cấu hình.`,
}
