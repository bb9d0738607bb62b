import type { BilingualText } from '@cchc/domain'
import { stringify } from 'yaml'
import type { CommentLanguage } from './comment-language.ts'

/** A head that is not understood, as a configuration may say what it holds. */
export interface UnreadColumn {
  readonly head: string
  /** Files, with their sheets where they have several. */
  readonly places: readonly string[]
  /** What it may hold, by words that it is like or else by its cells; null where nothing tells. */
  readonly meaning: string | null
  readonly like: string | null
}

const COMMENTS = {
  columns: {
    en: 'Heads that are not understood. Where one is needed, take the “# ” away before columns and before its line, correct what it holds, then: cchc sync',
    vi: 'Các cột không hiểu được. Cột nào cần dùng thì bỏ “# ” ở dòng columns và ở dòng của cột, sửa lại cho đúng nội dung, rồi chạy: cchc sync',
  },
  lists: {
    en: 'Of lists: code, receivedAt (day of reception), dueAt (day to be returned), finishedAt (day finished), returnedAt (day returned), procedureCode, procedureName, organisationCode, organisationName, fieldCode, fieldName, channel, status, level',
    vi: 'Danh sách hồ sơ: code = mã hồ sơ, receivedAt = ngày tiếp nhận, dueAt = ngày hẹn trả, finishedAt = ngày hoàn thành, returnedAt = ngày trả kết quả, procedureCode = mã thủ tục, procedureName = tên thủ tục, organisationCode = mã đơn vị, organisationName = tên đơn vị giải quyết, fieldCode = mã lĩnh vực, fieldName = tên lĩnh vực, channel = hình thức nộp, status = trạng thái, level = mức độ dịch vụ công',
  },
  forms: {
    en: 'Of forms: receivedTotal, receivedOnline, receivedDirectPost, carriedOver, resolvedTotal, resolvedEarly, resolvedOnTime, resolvedLate, pendingTotal, pendingWithin, pendingOverdue are columns (3) to (13) of Form II.06a',
    vi: 'Biểu số liệu: receivedTotal, receivedOnline, receivedDirectPost, carriedOver, resolvedTotal, resolvedEarly, resolvedOnTime, resolvedLate, pendingTotal, pendingWithin, pendingOverdue là các cột (3) đến (13) của Biểu II.06a',
  },
  unknown: { en: 'not known', vi: 'chưa rõ' },
  like: { en: 'like', vi: 'giống' },
  cells: { en: 'by its cells', vi: 'theo nội dung các ô' },
} satisfies Readonly<Record<string, BilingualText>>

/** Lines of `columns` that are comments: what heads may hold, ready to be used, and those of which nothing tells. */
export function columnLines(
  columns: readonly UnreadColumn[],
  language: CommentLanguage,
): readonly string[] {
  if (columns.length === 0) return []
  const told = (comment: keyof typeof COMMENTS) => COMMENTS[comment][language]
  const known = Map.groupBy(columns, ({ meaning }) => meaning)
  const unknown = known.get(null) ?? []
  known.delete(null)
  return [
    `    # ${told('columns')}`,
    `    # ${told('lists')}`,
    `    # ${told('forms')}`,
    '    # columns:',
    ...[...known].map(([meaning, those]) => {
      const heads = those.map(({ head }) => quoted(head)).join(', ')
      return `    #   ${meaning}: [${heads}] # ${those.map((one) => because(one, told)).join('; ')}`
    }),
    ...unknown.map(({ head, places }) => {
      return `    #   # ${told('unknown')}: ${quoted(head)} (${shownPlaces(places)})`
    }),
  ]
}

function because(
  { like, places }: UnreadColumn,
  told: (comment: 'like' | 'cells') => string,
): string {
  const why = like === null ? told('cells') : `${told('like')} “${like}”`
  return `${why} (${shownPlaces(places)})`
}

const MOST_PLACES = 3

function shownPlaces(places: readonly string[]): string {
  const more = places.length > MOST_PLACES ? ', …' : ''
  return places.slice(0, MOST_PLACES).join(', ').replace(/\s/g, ' ') + more
}

/** A head as an item of a list within brackets. */
function quoted(text: string): string {
  return stringify(text, { defaultStringType: 'QUOTE_DOUBLE', lineWidth: 0 }).trim()
}
