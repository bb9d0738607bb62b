import type { periodEn } from './period-en.ts'

/** Messages about closed periods, the calendar, and figures as known at an instant, in Vietnamese. */
export const periodVi: typeof periodEn = {
  help: {
    period: 'các kỳ báo cáo đã chốt; liệt kê',
    close: 'chốt số liệu của một kỳ đã kết thúc',
    reopen: 'mở lại kỳ để hiện số liệu mới nhất',
    list: 'các kỳ đã từng chốt và mọi việc đã làm với chúng',
    restatements: 'số liệu đã chốt bên số liệu biết sau đó, kèm nguyên nhân chênh lệch',
    by: 'tài khoản của người thực hiện (mặc định tài khoản hệ thống)',
    note: 'ghi chú lưu kèm',
    reason: 'lý do mở lại',
    asKnownAt:
      'theo dữ liệu đã có vào lúc đó, chẳng hạn "08:30 05/01/2023" (chỉ nêu ngày = cuối ngày)',
    treeAt: 'theo hệ thống đơn vị của ngày này, chẳng hạn 2025-06-30 (mặc định ngày cuối kỳ)',
    current: 'số liệu mới nhất, dù kỳ đã chốt',
    calendar: 'ngày nghỉ lễ, ngày hoán đổi và làm bù, kèm căn cứ',
  },
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
