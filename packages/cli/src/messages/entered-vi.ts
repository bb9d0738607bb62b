import type { enteredEn } from './entered-en.ts'

/** Messages about what people enter, in Vietnamese. */
export const enteredVi: typeof enteredEn = {
  help: {
    indicators: 'số liệu không cổng nào có, do người nhập',
    importFigures:
      'nhập số liệu từ một báo cáo đã điền (xlsx, csv, json), nhập tất cả hoặc không nhập gì',
    setFigure: 'nhập một số liệu theo mã chỉ tiêu; "" là để trống, - là không phát sinh',
    listFigures: 'số liệu đã nhập: ai nhập, khi nào, từ tệp nào',
    template: 'biểu mẫu của báo cáo, ví dụ bnv-581-department',
    missing: 'những chỉ tiêu biểu mẫu yêu cầu mà chưa có số liệu',
    history: 'cả những số liệu đã bị thay, và lý do',
    note: 'ghi chú in cạnh số liệu trong biểu mẫu',
    by: 'tài khoản của người nhập (mặc định là tài khoản hệ thống)',
    replace: 'thay số liệu đã nhập; cần --reason',
    reason: 'lý do thay',
    dryRun: 'kiểm tra toàn bộ và không nhập gì',
  },
  columns: {
    indicator: 'Chỉ tiêu',
    unit: 'Đơn vị tính',
    value: 'Số liệu',
    note: 'Ghi chú',
    organisation: 'Đơn vị',
    period: 'Kỳ',
    by: 'Người nhập',
    at: 'Nhập lúc',
    origin: 'Từ',
    superseded: 'Thay lúc',
    reason: 'Lý do',
  },
  byHand: 'nhập tay',
  form: (template) => `biểu mẫu ${template}`,
  imported: ({ dryRun, added, replaced, unchanged, computed, blank }) =>
    `${dryRun ? 'Chưa nhập gì; sẽ nhập' : 'Đã nhập'}: ${added} mới, ${replaced} thay; ` +
    `${unchanged} như cũ, ${computed} tính từ thành phần, ${blank} để trống`,
}
