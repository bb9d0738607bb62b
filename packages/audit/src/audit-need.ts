import type { BilingualText } from '@cchc/domain'

/** What an audit can be given, and what it is called. */
export const AUDIT_NEEDS = {
  table: { en: 'the report alone', vi: 'chỉ báo cáo' },
  text: { en: 'what the text states', vi: 'số liệu trong lời văn' },
  tasks: { en: 'the task table', vi: 'bảng nhiệm vụ' },
  previous: { en: 'the report of the period before', vi: 'báo cáo kỳ trước' },
  stored: { en: 'stored figures', vi: 'số liệu đã thu thập' },
} as const satisfies Readonly<Record<string, BilingualText>>

export type AuditNeed = keyof typeof AUDIT_NEEDS
