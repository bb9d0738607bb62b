import { entire, letters, type Words, within } from './words.ts'

/**
 * What columns of dossiers count. A role's parts exclude each other and leave nothing out; an `optional` part may have no
 * column of its own: where one that may hold dossiers is not printed, the others make up to the whole.
 */
interface RoleParts {
  readonly parts: readonly ColumnRole[]
  readonly optional?: readonly ColumnRole[]
  /** Optional parts that are surely not empty. */
  readonly held?: readonly ColumnRole[]
}

export type ColumnGroup = 'received' | 'resolved' | 'pending' | 'awaiting'
export type ColumnRole =
  | ColumnGroup
  | `${ColumnGroup}.${string}`
  | 'stopped'
  | 'withdrawn'
  | 'refused'

/** How a count of dossiers is made up. */
export const ROLE_PARTS: Readonly<Record<string, RoleParts>> = {
  received: {
    parts: ['received.new', 'received.carried'],
    optional: ['received.carried'],
    held: ['received.carried'],
  },
  'received.new': {
    parts: ['received.online', 'received.offline', 'received.other'],
    optional: ['received.other'],
  },
  'received.online': { parts: ['received.full', 'received.partial'] },
  'received.offline': { parts: ['received.direct', 'received.post'], optional: ['received.post'] },
  resolved: { parts: ['resolved.inTime', 'resolved.late'] },
  'resolved.inTime': { parts: ['resolved.early', 'resolved.onTime'], optional: ['resolved.early'] },
  'resolved.late': { parts: ['resolved.apologised', 'resolved.notApologised'] },
  pending: { parts: ['pending.within', 'pending.late'] },
  'pending.late': { parts: ['pending.apologised', 'pending.notApologised'] },
  awaiting: { parts: ['awaiting.within', 'awaiting.late'] },
}

/** Parts that some tables count in another one, or beside their whole. */
export const DOUBTFUL_PARTS: Readonly<Record<string, ColumnRole>> = {
  received: 'received.carried',
  resolved: 'resolved.early',
  'resolved.inTime': 'resolved.early',
}

/** What a group of columns counts, by the first that its folded head holds. */
export const COLUMN_GROUPS: readonly (readonly [ColumnRole, RegExp])[] = [
  ['awaiting', letters({ 'cho tiep nhan': 'Chờ tiếp nhận' })],
  [
    'refused',
    letters({
      'khong (duoc )?tiep nhan': 'Không được tiếp nhận',
      'tu choi( tiep nhan)?': 'Từ chối tiếp nhận',
    }),
  ],
  ['stopped', letters({ 'dung (xu ly|giai quyet|thuc hien)': 'Dừng xử lý' })],
  ['withdrawn', letters({ '\\brut\\b': 'Rút hồ sơ' })],
  [
    'received',
    letters({
      'tiep nhan': 'Số hồ sơ tiếp nhận',
      '\\bnhan (moi|trong)|^(so )?(ho so )?nhan$': 'Nhận trong tháng',
      'nhan giai quyet': 'Số hồ sơ nhận giải quyết',
      'phai giai quyet': 'Số hồ sơ phải giải quyết',
      'da va dang giai quyet': 'Tổng số hồ sơ đã và đang giải quyết',
    }),
  ],
  [
    'pending',
    letters({
      'dang (giai quyet|xu ly|thu ly)': 'Số hồ sơ đang giải quyết',
      'chua (giai quyet|xu ly)': 'Hồ sơ chưa giải quyết',
      'ton dong|ton cuoi|^ton$|con lai': 'Hồ sơ tồn đọng',
    }),
  ],
  [
    'resolved',
    letters({
      'da (duoc )?(giai quyet|xu ly|tra|hoan thanh)': 'Số hồ sơ đã giải quyết',
      'ket qua (giai quyet|xu ly)': 'Kết quả giải quyết',
      '(giai quyet|tra ket qua)( xong)?$': 'Hồ sơ giải quyết',
    }),
  ],
]

/** A head that does not say whether what is resolved or what is in process is counted. */
export const RESOLVING_ALONE = entire({
  '((tinh hinh|ket qua) )?(giai quyet|xu ly)( ho so)?( tthc)?': 'Giải quyết',
})
/** A head below it that does. */
export const STAGE_OF_RESOLVING = letters({
  '\\b(da|dang|chua) (duoc )?(giai quyet|xu ly)': 'Đang giải quyết',
})

/** What is carried over is in it too. */
export const HOLDS_CARRIED = letters({
  'nhan giai quyet': 'Số hồ sơ nhận giải quyết',
  'phai giai quyet': 'Số hồ sơ phải giải quyết',
  'da va dang giai quyet': 'Số hồ sơ đã và đang giải quyết',
})

const IN_TIME: Words = {
  'truoc( han)?(, | va |/| hoac )dung( thoi)?( han)?': 'Trước hạn và đúng hạn',
  'dung( han)?(, | va |/| hoac )truoc( thoi)?( han)?': 'Đúng và trước hạn',
}
const LATE: Words = { 'qua( thoi)? han': 'Quá hạn', 'tre( han)?': 'Trễ hạn', 'cham( han)?': 'Chậm' }
const APOLOGISED = /(?<!khong )co thu xin loi/
const NOT_APOLOGISED = /khong (co )?thu xin loi/
const NOT_YET_DUE: Words = {
  'chua (den|qua) han': 'Chưa đến hạn',
  'con (trong )?han': 'Còn hạn',
}
const WITHIN: Words = { 'trong( thoi)? han': 'Trong hạn', ...NOT_YET_DUE }

/** Which part of its group a column counts, by the first that its folded head holds. */
export const COLUMN_PARTS: Readonly<Record<string, readonly (readonly [string, RegExp])[]>> = {
  received: [
    [
      'carried',
      letters({
        '(ky|thang|quy|nam) truoc': 'Từ kỳ trước',
        'chuyen (qua|sang)': 'Chuyển sang',
        'ton (dau|cu)': 'Tồn đầu kỳ',
      }),
    ],
    ['full', letters({ 'toan trinh': 'Trực tuyến toàn trình', 'muc( do)? 4': 'Mức độ 4' })],
    ['partial', letters({ 'mot phan': 'Trực tuyến một phần', 'muc( do)? 3': 'Mức độ 3' })],
    ['online', letters({ 'truc tuyen': 'Trực tuyến', 'qua mang': 'Nộp qua mạng' })],
    ['offline', /truc tiep.*(buu chinh|bcci)|(buu chinh|bcci).*truc tiep/],
    ['direct', letters({ 'truc tiep': 'Trực tiếp' })],
    ['post', letters({ 'buu chinh': 'Dịch vụ bưu chính', bcci: 'BCCI' })],
    ['other', letters({ 'hinh thuc khac': 'Hình thức khác' })],
    ['outside', letters({ 'phi dia gioi': 'Phi địa giới' })],
    [
      'new',
      letters({ moi: 'Tiếp nhận mới', '(trong|nhan) (ky|thang|quy|nam)$': 'Tiếp nhận trong kỳ' }),
    ],
  ],
  resolved: [
    ['notApologised', NOT_APOLOGISED],
    ['apologised', APOLOGISED],
    ['inTime', letters(IN_TIME)],
    ['late', letters(LATE)],
    ['early', letters({ 'truoc( thoi)? han': 'Trước hạn', 'som( han)?': 'Sớm hạn' })],
    ['onTime', letters({ 'dung( thoi)? han': 'Đúng hạn' })],
  ],
  pending: [
    ['notApologised', NOT_APOLOGISED],
    ['apologised', APOLOGISED],
    ['within', letters(WITHIN)],
    ['late', letters(LATE)],
  ],
  awaiting: [
    ['within', letters(WITHIN)],
    ['late', letters(LATE)],
  ],
}

/** What is said of dossiers in process alone, beside the columns of those resolved. */
export const STILL_OPEN = letters(NOT_YET_DUE)

/** The head of the column that holds all of its group. */
export const TOTAL_COLUMN = entire({ 'tong( so| cong)?( ho so)?': 'Tổng số', cong: 'Cộng' })
/** Words beside the name of a group that say nothing more. */
export const BESIDE_GROUP =
  /\b(tong|so|ho|tthc|luong|cac|thu tuc hanh chinh|duoc|phai|trong|ky|den|bao cao)\b/g

/** Members of a group that leave nothing out, in heads of any subject. */
export const WHOLE_GROUPS: readonly (readonly RegExp[])[] = [
  [/cap tinh|trung tam/, /cap huyen/, /cap xa/],
  [/cap tinh|trung tam/, /cap xa/],
]

/** What a share is of: the roles of its count and of its whole, by words of its folded head; the first that can be reckoned. */
export const SHARES: readonly {
  readonly says: RegExp
  readonly count: readonly ColumnRole[]
  readonly whole: readonly ColumnRole[]
}[] = [
  {
    says: /truc tuyen/,
    count: ['received.online'],
    whole: ['received', 'received.new'],
  },
  { says: letters(IN_TIME), count: ['resolved.inTime'], whole: ['resolved', 'received'] },
  {
    says: letters({ 'dung( thoi)? han': 'Tỷ lệ đúng hạn' }),
    count: ['resolved.inTime', 'resolved.onTime'],
    whole: ['resolved', 'received'],
  },
  {
    says: letters({ 'truoc( thoi)? han': 'Tỷ lệ trước hạn' }),
    count: ['resolved.early'],
    whole: ['resolved', 'received'],
  },
]

/** What a head says of all that there is, or has to be. */
export const ALL_OF = within({
  tong: 'Tổng số giao dịch',
  'ke hoach': 'Kế hoạch năm',
  'chi tieu': 'Chỉ tiêu giao',
  giao: 'Số nhiệm vụ được giao',
  'phai|can': 'Số hồ sơ phải số hóa',
  'du toan': 'Dự toán giao',
  'thuoc doi tuong': 'Số cơ quan thuộc đối tượng',
})
/** What a head says of what was done, or of a kind of what there is. */
export const PART_OF = within({
  da: 'Số hồ sơ đã số hóa',
  'thuc hien': 'Thực hiện',
  'hoan thanh': 'Hoàn thành',
  'giai ngan': 'Giải ngân',
  'dat duoc': 'Kết quả đạt được',
  'truc tuyen': 'Số giao dịch thanh toán trực tuyến',
  'dien tu': 'Số văn bản điện tử',
  'ky so': 'Số văn bản được ký số',
  'dung han': 'Số nhiệm vụ đúng hạn',
  'so hoa': 'Số hồ sơ số hóa',
  'hai long': 'Số phiếu hài lòng',
})
/** What is said of what was done alone. */
export const PART_ALONE = within({ da: 'Tổng số đã giải ngân', 'thuc hien': 'Tổng số thực hiện' })
