import type { checkEn } from './check-en.ts'

/** Lời nói của `cchc check`. */
export const checkVi: typeof checkEn = {
  error: 'lỗi',
  warning: 'cần xem lại',
  lines: (lines) => `dòng ${lines}`,
  whole: 'báo cáo',
  summary: (checked, errors, warnings) =>
    `Đã kiểm tra ${checked} dòng: ${errors} lỗi, ${warnings} chỗ cần xem lại`,
  nothingCompared:
    'Không đối chiếu được dòng nào của tệp với số liệu đã lưu: chỉ đối chiếu các dòng của biểu dạng danh sách có ở cả hai, không đối chiếu bảng như biểu II.06a.',
  follows: 'kéo theo',
  nothingJudged: 'Không có số liệu nào trong tệp này kiểm tra được: tệp chưa được kiểm tra.',
  annotated: (path) => `Bản sao có ghi chú: ${path}`,
  nothingToAnnotate: 'Không thấy lỗi nào: không ghi bản sao.',
  file: 'Tệp',
  table: (sheet, table) => (sheet === null ? `bảng ${table}` : `${sheet}, bảng ${table}`),
  coverage: (of) =>
    [
      `${of.rows} dòng, ${of.satisfied} phép cộng, tỷ lệ, thành phần đúng, ${of.broken} không đúng`,
      ...(of.blank > 0 ? [`${of.blank} chưa kiểm tra được vì có ô để trống`] : []),
      ...(of.words > 0 ? [`${of.words} chưa kiểm tra được vì có ô ghi chữ`] : []),
      ...(of.withoutParts > 0 ? [`${of.withoutParts} tỷ lệ không có số liệu thành phần`] : []),
    ].join('; '),
  either: 'lỗi hoặc cần xem lại',
  columns: {
    rule: 'Quy tắc',
    kind: 'Loại',
    severity: 'Mức độ',
    needs: 'Xem xét',
    sentence: 'Nội dung báo',
    rows: 'Dòng',
    printed: 'Đã ghi',
    expected: 'Cần ghi',
  },
}
