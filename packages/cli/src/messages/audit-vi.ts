import type { auditEn } from './audit-en.ts'

/** Lời nói về nhật ký kiểm toán. */
export const auditVi: typeof auditEn = {
  about: 'ai đã làm gì: nhật ký không ai sửa được mà không bị phát hiện',
  at: 'Lúc',
  who: 'Ai',
  action: 'Việc',
  subject: 'Đối tượng',
  lines: (count) => `Đã kiểm tra ${count} dòng.`,
}
