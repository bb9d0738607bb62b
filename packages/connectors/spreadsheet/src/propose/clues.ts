import type { ColumnMeaning } from '../config.ts'
import { plain } from '../plain.ts'
import type { UnreadHead, UnreadHeads } from '../unread-heads.ts'

/** What a head may mean, and the words that say so; no words = the cells below it do. */
interface Clue {
  readonly meaning: ColumnMeaning
  readonly like: string | null
}

type Likes = readonly (readonly [ColumnMeaning, readonly string[]])[]

/** Words that offices use and that are too wide to be understood by themselves; of those that fit, the first counts. */
const OF_LISTS: Likes = [
  ['procedureCode', ['mã thủ tục', 'mã dịch vụ', 'mã quy trình', 'mã QT']],
  ['organisationCode', ['mã đơn vị', 'mã cơ quan', 'mã phòng']],
  ['fieldCode', ['mã lĩnh vực', 'mã ngành']],
  ['code', ['mã hồ sơ', 'số hồ sơ', 'biên nhận', 'số phiếu', 'mã phiếu', 'BN', 'mã số']],
  ['channel', ['hình thức', 'kênh', 'nguồn', 'cách nộp']],
  ['status', ['trạng thái', 'tình trạng', 'tình hình']],
  ['level', ['mức độ', 'toàn trình', 'một phần']],
  ['procedureName', ['thủ tục', 'dịch vụ', 'loại hồ sơ', 'loại việc', 'tên việc', 'tên hồ sơ']],
  ['organisationName', ['đơn vị', 'cơ quan', 'phòng ban', 'nơi nhận', 'bộ phận', 'địa bàn']],
]

/** Of columns in which dates stand. */
const OF_DATES: Likes = [
  ['dueAt', ['hẹn', 'hạn', 'phải trả', 'dự kiến']],
  ['returnedAt', ['trả', 'phát', 'giao']],
  ['finishedAt', ['xong', 'hoàn thành', 'kết thúc', 'kết quả', 'GQ', 'giải quyết', 'ra']],
  ['receivedAt', ['tiếp nhận', 'nhận', 'nộp', 'nhập', 'vào', 'đến', 'TN', 'tạo', 'bắt đầu']],
]

const OF_FORMS: Likes = [
  ['organisationName', ['xã', 'phường', 'sở', 'ban', 'phòng']],
  ['carriedOver', ['tồn']],
  ['receivedOnline', ['trực tuyến', 'qua mạng']],
  ['resolvedEarly', ['trước hạn', 'sớm']],
  ['resolvedOnTime', ['đúng hạn']],
  ['resolvedLate', ['trễ', 'quá hạn', 'chậm']],
  ['pendingTotal', ['còn lại', 'chưa xong', 'đang làm']],
  ['resolvedTotal', ['xong', 'hoàn thành', 'đã trả', 'ra kết quả']],
  ['receivedTotal', ['nhận', 'số hồ sơ', 'phát sinh']],
]

/** The first clue to a column, of meanings that no other one has: by its cells where they tell, or else by its head. */
export function clueOf(
  { words, holds }: Pick<UnreadHead, 'words' | 'holds'>,
  { kind, taken }: Pick<UnreadHeads, 'kind' | 'taken'>,
): Clue | undefined {
  if (kind === 'counts') return likeOf(words, OF_FORMS, taken)
  if (holds === 'date') return likeOf(words, OF_DATES, taken)
  if (holds === undefined) return likeOf(words, OF_LISTS, taken)
  return taken.has(holds) ? undefined : { meaning: holds, like: null }
}

function likeOf(head: string, likes: Likes, taken: ReadonlySet<string>): Clue | undefined {
  const words = ` ${plain(head)} `
  const known = likes.flatMap(([meaning, all]) => all.map((like) => ({ meaning, like })))
  return known.find(
    ({ meaning, like }) => !taken.has(meaning) && words.includes(` ${plain(like)} `),
  )
}
