import { entire, suffix, within } from './words.ts'

/** Parts that exclude each other by what they are called. */
export interface Family {
  readonly example: string
  /** What the total must count. */
  readonly of: RegExp
  readonly members: Readonly<Record<string, RegExp>>
  /** The members that make the total together, in every way that forms do it. */
  readonly whole: readonly (readonly string[])[]
  /** What may belong to two of the members at once. */
  readonly mayOverlap?: RegExp
  /** Members that make it together unless there is something that the form does not print. */
  readonly nearly?: readonly (readonly string[])[]
}

/** `trước và đúng hạn`, `trước hạn, đúng hạn`. */
export const EARLY_AND_ON_TIME =
  /\b(truoc( han)?( va| hoac)? dung|dung( han)?( va| hoac)? truoc) han\b/

const TIMELY = {
  bothTimely: EARLY_AND_ON_TIME,
  early: /(?<!\bdung( han)?( va| hoac)? )\btruoc han\b(?!( va| hoac)? dung)/,
  onTime: /(?<!\btruoc( han)?( va| hoac)? )\bdung han\b(?!( va| hoac)? truoc)/,
  late: /\b(qua|tre|cham) han\b|\bcham muon\b/,
}

const RECEIVED = within({
  'tiep nhan': 'Tổng số hồ sơ tiếp nhận',
  'nhan giai quyet': 'Số hồ sơ nhận giải quyết',
  'phai giai quyet': 'Số hồ sơ phải giải quyết',
})

/** Every way in which parts of a total say that they exclude each other. */
export const FAMILIES: readonly Family[] = [
  {
    example: 'TTHC cấp tỉnh, cấp huyện, cấp xã',
    of: /./,
    members: { province: /\bcap tinh\b/, district: /\bcap huyen\b/, commune: /\bcap xa\b/ },
    whole: [['province', 'district', 'commune']],
    nearly: [
      ['province', 'commune'],
      ['district', 'commune'],
    ],
    mayOverlap: within({
      tthc: 'one procedure at two levels',
      dvc: 'DVC cấp tỉnh và cấp xã',
      dvctt: 'DVCTT dùng chung',
      'quy trinh': 'quy trình nội bộ dùng chung',
    }),
  },
  {
    example: 'ĐVSNCL thuộc UBND tỉnh, thuộc sở, ngành, thuộc UBND cấp huyện',
    of: /dvsncl/,
    members: {
      province: /\b(thuoc|truc thuoc) ubnd (cap )?tinh$/,
      department: /\b(thuoc|truc thuoc) (cac )?so nganh\b/,
      district: /\b(thuoc|truc thuoc) ubnd cap huyen\b/,
      commune: /\b(thuoc|truc thuoc) ubnd cap xa\b/,
    },
    whole: [
      ['province', 'department', 'district'],
      ['province', 'department', 'commune'],
      ['province', 'department', 'district', 'commune'],
    ],
  },
  {
    example: 'hồ sơ đã giải quyết trước hạn, đúng hạn, quá hạn',
    of: /\b(giai quyet|xu ly)\b(?!.*\bdang\b)/,
    members: TIMELY,
    whole: [
      ['early', 'onTime', 'late'],
      ['onTime', 'late'],
      ['bothTimely', 'late'],
    ],
  },
  {
    example: 'nhiệm vụ hoàn thành đúng hạn, hoàn thành quá hạn, đang thực hiện',
    of: within({
      'nhiem vu': 'nhiệm vụ được giao',
      'y kien chi dao': 'ý kiến chỉ đạo',
      giao: 'công việc được giao',
    }),
    members: {
      early: /\bhoan thanh\b.*\btruoc han\b|^(da )?hoan thanh truoc\b/,
      onTime: /\bhoan thanh\b.*\bdung han\b/,
      late: /\bhoan thanh\b.*\b(qua|tre|cham) han\b/,
      going: /\b(dang|chua) (thuc hien|trien khai|hoan thanh)\b/,
      done: /\bhoan thanh$/,
    },
    whole: [
      ['onTime', 'late', 'going'],
      ['early', 'onTime', 'late', 'going'],
    ],
  },
  {
    example: 'hồ sơ đang giải quyết trong hạn, quá hạn',
    of: /\bdang (giai quyet|xu ly)\b/,
    members: { within: /\b(trong han|chua den han)\b/, late: /\b(qua|tre) han\b/ },
    whole: [['within', 'late']],
  },
  {
    example: 'hồ sơ tiếp nhận từ kỳ trước, trực tuyến, trực tiếp, qua BCCI',
    of: RECEIVED,
    members: {
      carried: /\bky truoc\b/,
      online: /(?<!thanh toan )\btruc tuyen\b(?!.*truc tiep)/,
      direct: /\btruc tiep\b(?!.*(truc tuyen|bcci|buu chinh))/,
      post: /^(?!.*truc t).*\b(bcci|buu chinh)\b/,
      directAndPost: /\btruc tiep\b.*\b(bcci|buu chinh)\b/,
    },
    whole: [
      ['carried', 'online', 'direct', 'post'],
      ['carried', 'online', 'directAndPost'],
    ],
    nearly: [
      ['online', 'direct', 'post'],
      ['online', 'directAndPost'],
      ['online', 'direct'],
      ['carried', 'online', 'direct'],
    ],
  },
  {
    example: 'hồ sơ tiếp nhận từ kỳ trước, tiếp nhận mới',
    of: RECEIVED,
    members: { carried: /\bky truoc\b/, fresh: /\b(trong ky|moi tiep nhan|tiep nhan moi)\b/ },
    whole: [['carried', 'fresh']],
  },
  {
    example: 'phiếu rất hài lòng, hài lòng, bình thường, không hài lòng',
    of: within({
      phieu: 'Tổng số phiếu khảo sát',
      nguoi: 'Số người được khảo sát',
      'danh gia': 'Số lượt đánh giá',
      'y kien': 'Số ý kiến',
    }),
    members: {
      very: /\brat hai long$/,
      satisfied: /(?<!\b(?:rat|khong|chua) )\bhai long$/,
      neutral: /\bbinh thuong$/,
      not: /(?<!\brat )\b(khong|chua) hai long$/,
      notAtAll: /\brat khong hai long$/,
    },
    whole: [
      ['satisfied', 'not'],
      ['very', 'satisfied', 'not'],
      ['satisfied', 'neutral', 'not'],
      ['very', 'satisfied', 'neutral', 'not'],
      ['very', 'satisfied', 'neutral', 'not', 'notAtAll'],
    ],
  },
  {
    example: 'người tham gia: nam, nữ',
    of: within({
      nguoi: 'Số người tham gia',
      'can bo': 'Tổng số cán bộ',
      'cong chuc': 'Tổng số công chức',
      'vien chuc': 'Tổng số viên chức',
      'hoc vien': 'Số học viên',
      'dai bieu': 'Số đại biểu',
    }),
    members: { men: /^(so )?(nguoi )?nam$/, women: /^(so )?(nguoi )?nu$/ },
    whole: [['men', 'women']],
  },
  {
    example: 'đơn vị hành chính cấp xã: xã, phường, đặc khu',
    of: within({ 'cap xa': 'đơn vị cấp xã', 'hanh chinh': 'đơn vị hành chính' }),
    members: {
      commune: /^(so )?xa$/,
      ward: /^(so )?phuong$/,
      town: /^(so )?thi tran$/,
      zone: /^(so )?dac khu$/,
    },
    whole: [
      ['commune', 'ward', 'zone'],
      ['commune', 'ward', 'town'],
    ],
  },
]

/** Sibling rows of which one is a part of the other; uncertain where exceptions are known to happen. */
interface Siblings {
  readonly example: string
  readonly things: RegExp
  readonly part: RegExp
  readonly whole: RegExp
  readonly certain: boolean
}

/** What is planned or found, and what is done of it. */
export const SIBLINGS: readonly Siblings[] = [
  {
    example: 'biên chế có mặt, of biên chế được giao',
    things: /\b(bien che|nguoi lam viec)\b/,
    part: /\b(co mat|hien co)\b/,
    whole: /\bgiao\b/,
    certain: false,
  },
  {
    example: 'nhiệm vụ đã hoàn thành, of nhiệm vụ đề ra',
    things: /\bnhiem vu\b/,
    part: /\bhoan thanh( xong)?$/,
    whole: /\b(de ra|ke hoach)\b/,
    certain: true,
  },
  {
    example: 'vấn đề đã khắc phục, of vấn đề phát hiện',
    things: /\bvan de\b/,
    part: /\b(xu ly|khac phuc)( xong)?$/,
    whole: /\bphat hien\b/,
    certain: true,
  },
]

/** Sibling rates that exclude each other. */
export interface Opposites {
  readonly example: string
  readonly words: readonly RegExp[]
  /** Whether there is nothing besides them. */
  readonly exhaustive: boolean
  /** Whether their labels may differ in more than these words. */
  readonly anySubject?: true
}

const ENDS_LATE = suffix({
  'qua han': 'giải quyết quá hạn',
  'tre han': 'giải quyết trễ hạn',
  'cham han': 'giải quyết chậm hạn',
})
/** A rate of what was early, beside which on time says less. */
export const ENDS_EARLY = suffix({ 'truoc han': 'giải quyết trước hạn' })

/** Every way in which sibling rates say so. */
export const OPPOSITES: readonly Opposites[] = [
  {
    example: 'giải quyết đúng hạn (hoặc trước và đúng hạn), quá hạn',
    words: [/(?:(?:truoc|som)(?: han)?(?: va)? )?(?<!qua )dung han$/, ENDS_LATE],
    exhaustive: true,
  },
  {
    example: 'giải quyết trước hạn, đúng hạn, quá hạn',
    words: [ENDS_EARLY, /dung han$/, ENDS_LATE],
    exhaustive: true,
  },
  {
    example: 'văn bản hoàn toàn dưới dạng điện tử, song song',
    words: [/hoan toan duoi dang dien tu$/, /song song/],
    exhaustive: false,
    anySubject: true,
  },
  { example: 'nộp trực tuyến, trực tiếp', words: [/truc tuyen$/, /truc tiep$/], exhaustive: false },
]

/** Levels of government, each of which counts its own. */
const LEVELS = { 'cap tinh': 'cấp tỉnh', 'cap huyen': 'cấp huyện', 'cap xa': 'cấp xã' }
/** A level in a longer label. */
export const LEVEL = within(LEVELS)
/** A level and nothing else. */
export const LEVEL_ALONE = entire(LEVELS)
