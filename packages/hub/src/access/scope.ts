import type { BilingualText } from '@cchc/domain'

/** What a key can allow, in the words of both languages. */
export const SCOPE_NAMES = {
  'figures:read': { en: 'figures, reports and what they rest on', vi: 'xem số liệu, báo cáo' },
  'runs:read': {
    en: 'sources, runs and refused records',
    vi: 'xem nguồn dữ liệu, lượt đồng bộ, hồ sơ bị từ chối',
  },
  enter: { en: 'enter figures', vi: 'nhập số liệu' },
  close: { en: 'close and reopen periods', vi: 'chốt và mở lại kỳ' },
  'sync:run': { en: 'sync, and handle refused records', vi: 'đồng bộ, xử lý hồ sơ bị từ chối' },
  admin: { en: 'everything', vi: 'toàn quyền' },
} as const satisfies Readonly<Record<string, BilingualText>>

export type Scope = keyof typeof SCOPE_NAMES

/** All scopes, the least first. */
export const SCOPES = Object.keys(SCOPE_NAMES) as [Scope, ...Scope[]]

/** Whether scopes allow something; `admin` allows everything. */
export function allows(scopes: readonly Scope[], needed: Scope): boolean {
  return scopes.includes('admin') || scopes.includes(needed)
}
