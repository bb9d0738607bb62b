import type { successionEn } from './succession-en.ts'

/** The same in Vietnamese. */
export const successionVi: typeof successionEn = {
  help: {
    import: 'đưa bảng đơn vị cũ – đơn vị mới (xlsx, csv) vào mục successions của cấu hình',
    dryRun: 'kiểm tra toàn bộ và không ghi gì',
  },
  day: 'Từ ngày',
  kind: 'Loại',
  from: 'Đơn vị cũ',
  to: 'Đơn vị mới',
  basis: 'Căn cứ',
  kinds: {
    renamed: 'đổi tên, đổi mã',
    merged: 'sáp nhập',
    split: 'chia tách',
    abolished: 'giải thể',
  },
  units: (units) =>
    `Đơn vị mới ở mục organisations: ${units.map(({ code, name }) => `${code} (${name})`).join(', ')}`,
  done: ({ added, known, dryRun }) =>
    `${dryRun ? 'Sẽ thêm' : 'Đã thêm'}: ${added}; đã có sẵn: ${known}`,
}
