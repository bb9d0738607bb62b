import type { exportEn } from './export-en.ts'

/** Lời nói về việc xuất dữ liệu. */
export const exportVi: typeof exportEn = {
  about: 'xuất nhiều dòng dữ liệu cho phần mềm khác, dạng csv hoặc ndjson',
  format: 'dạng dữ liệu',
  output: 'tệp cần ghi, ghi trọn vẹn hoặc không ghi (mặc định in ra màn hình)',
  written: (rows) => `Đã ghi ${rows} dòng.`,
}
