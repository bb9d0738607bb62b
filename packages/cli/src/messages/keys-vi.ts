import type { keysEn } from './keys-en.ts'

/** Lời nói về các khóa của dịch vụ. */
export const keysVi: typeof keysEn = {
  about: 'ai được truy cập qua HTTP: khóa của dịch vụ',
  shownOnce:
    'Hãy lưu khóa ngay: khóa không hiện lại lần nữa. Gửi khóa trong tiêu đề "Authorization: Bearer …". Từ khi có khóa đầu tiên, mọi yêu cầu đều phải kèm khóa.',
  unknown: (codes) =>
    `Ở đây chưa biết gì về ${codes} nên khóa này không cho xem gì của đơn vị đó: cchc organisations liệt kê các đơn vị đã biết. Nếu mã sai, hãy thu hồi khóa (cchc keys revoke MÃ).`,
  states: { good: 'còn hiệu lực', expired: 'hết hạn', revoked: 'đã thu hồi' },
  scopes: 'Quyền',
  public: 'công khai',
  organisations: 'Đơn vị',
  all: 'tất cả',
  until: 'Hiệu lực đến',
  lastUsed: 'Dùng gần nhất',
}
