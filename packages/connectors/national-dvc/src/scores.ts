import type { PortalScore } from '@cchc/domain'
import { plainText } from './plain-text.ts'
import { type JsonObject, numberOf, textOf } from './values.ts'

export type Score = PortalScore

/** What the portal's page of bộ chỉ số 766 calls its groups, by their paths and by the codes of their scores. */
export const GROUP_NAMES: Readonly<Record<string, string>> = {
  'service-results': 'Bộ chỉ số phục vụ người dân, doanh nghiệp',
  ...both('transparency', 'CKMB', 'Công khai, minh bạch'),
  ...both('dvc-progress-tree', 'TDGQ', 'Tiến độ giải quyết'),
  ...both('provide-online-tree', 'CLGQ', 'Dịch vụ công trực tuyến'),
  ...both('formality-online-payment-tree', 'TTTT', 'Thanh toán trực tuyến'),
  ...both('handling-satisfaction', 'MDHL', 'Mức độ hài lòng'),
  ...both('dossier-digitized', 'MDSH', 'Số hóa hồ sơ'),
}

function both(group: string, code: string, name: string) {
  return { [group]: name, [code]: name }
}

/** What stands beside a score, in a metric or in the row of a group; a field that is absent is not stated. */
export function scoreOf(row: JsonObject): Score {
  return {
    name: wordsOf(row.name),
    maximum: numberOf(row.totalMaxScore ?? row.maxScore ?? null),
    ratio: numberOf(row.ratio ?? null),
    remark: wordsOf(row.dataQualityMessage),
  }
}

const LONGEST_WORDS = 300

/** As far as a record keeps it; a number long enough to be somebody's is left out of it. */
function wordsOf(value: unknown): string | null {
  const text = plainText(textOf(value) ?? '').replace(/\d{9,}/g, '…')
  if (text === '') return null
  return text.length > LONGEST_WORDS ? `${text.slice(0, LONGEST_WORDS - 1)}…` : text
}
