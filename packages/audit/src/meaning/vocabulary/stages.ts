import { ending, letters, toned, type Words, within } from './words.ts'

const TIMES: Words = {
  'truoc han': 'giải quyết trước hạn',
  'dung han': 'giải quyết đúng hạn',
  'qua han': 'giải quyết quá hạn',
  'tre han': 'giải quyết trễ hạn',
}
const CHANNELS: Words = { 'truc tuyen': 'nộp trực tuyến', 'truc tiep': 'nộp trực tiếp' }
const RESOLVING: Words = { 'giai quyet': 'hồ sơ đã giải quyết', 'xu ly': 'PAKN đã xử lý' }

export const IN_TIME = within(TIMES)
/** What is in time or late, and no more is said. */
export const ENDS_IN_TIME = ending(TIMES)
export const EARLY = within({ 'truoc han': 'giải quyết trước hạn' })
export const ON_TIME = within({ 'dung han': 'giải quyết đúng hạn' })
/** What came by one channel, and no more is said. */
export const ENDS_WITH_CHANNEL = ending(CHANNELS)
export const BY_CHANNEL = within({ ...CHANNELS, bcci: 'qua bưu chính công ích' })
export const RESOLVED = within(RESOLVING)

/** All that there has to be. */
export const OUGHT = within({
  'du dieu kien': 'TTHC đủ điều kiện cung cấp trực tuyến',
  '(?:can|phai)(?: phai)? (?:xu ly|giai quyet|thuc hien|so hoa)': 'hồ sơ phải số hóa',
  '(?:co|yeu cau|phat sinh) nghia vu': 'hồ sơ phát sinh nghĩa vụ tài chính',
  'thuoc doi tuong': 'cơ quan thuộc đối tượng rà soát',
})

/** In time, by a channel, signed: what makes a part of what is counted without these words. */
export const MANNER = within({
  ...TIMES,
  'tron?g han': 'còn trong hạn',
  ...CHANNELS,
  bcci: 'qua bưu chính công ích',
  'tich hop': 'tích hợp lên Cổng DVC quốc gia',
  'thanh toan': 'thanh toán trực tuyến',
  'ky so': 'văn bản ký số',
  'so hoa': 'hồ sơ số hóa',
  'song song': 'gửi song song',
})

/** What is done of what was planned, assigned or received. */
export const DONE = within({
  ...RESOLVING,
  'hoan thanh': 'nhiệm vụ hoàn thành',
  'khac phuc': 'vấn đề đã khắc phục',
  'giai ngan': 'vốn giải ngân',
  'thuc hien': 'đã thực hiện',
  'cung cap': 'TTHC cung cấp trực tuyến',
  'trien khai': 'đã triển khai',
  xong: 'xử lý xong',
  'co mat': 'biên chế có mặt',
  'da (?!tiep nhan|phat hien|giao|nhan)': 'đã ban hành; but đã tiếp nhận only begins',
})

/** What is planned, assigned or received. */
export const BEGUN = within({
  'ke hoach': 'nhiệm vụ trong kế hoạch',
  giao: 'biên chế được giao',
  'de ra': 'nhiệm vụ đề ra',
  'phat hien': 'vấn đề phát hiện',
  nhan: 'hồ sơ tiếp nhận',
  'kien nghi': 'văn bản kiến nghị',
  'chi tieu': 'chỉ tiêu',
  'du toan': 'dự toán giao',
  'dang ky': 'đăng ký đầu năm',
  'van ban den': 'văn bản đến',
})
/** What came in, dossiers or documents. */
export const RECEIVED = within({ nhan: 'hồ sơ tiếp nhận', 'van ban den': 'văn bản đến' })
/** What was handed in by citizens. */
export const HANDED_IN = within({ nhan: 'hồ sơ tiếp nhận, nhận giải quyết' })
/** What was received, in these very words. */
export const TAKEN_IN = within({ 'tiep nhan': 'hồ sơ tiếp nhận' })
/** What requests of an earlier time can be too. */
export const SETTLED = within({ 'giai quyet': 'hồ sơ đã giải quyết' })
/** What says that something is over. */
export const FINISHED = within({ da: 'đã giải quyết', xong: 'giải quyết xong' })

export const OPEN = within({ dang: 'hồ sơ đang giải quyết' })
/** All that was open on a day. */
export const IN_PROCESS = within({
  'dang (?:giai quyet|xu ly|thuc hien)\\b(?!.*(?:qua han|trong han))':
    'đang giải quyết, all of it and not what is late',
})
export const LAST_PERIOD = within({ 'ky truoc': 'từ kỳ trước chuyển sang' })
export const TONED_LAST_PERIOD = toned({ 'kỳ trước': 'gồm cả kỳ trước' })
/** A remark that more is counted than came up in the period. */
export const EARLIER = within({ 'ky truoc': 'gồm cả kỳ trước', 'nam truoc': 'gồm cả năm trước' })
/** Remarks that only compare with an earlier time. */
export const COMPARED_WITH_EARLIER = /so voi[^.;]*? truoc/g

/** What is counted from a day on. */
export const FLOW = within({
  'da giai quyet': 'hồ sơ đã giải quyết',
  'da hoan thanh': 'nhiệm vụ đã hoàn thành',
  'da xu ly': 'PAKN đã xử lý',
  'da tiep nhan': 'hồ sơ đã tiếp nhận',
  'da ban hanh': 'văn bản đã ban hành',
  'da kiem tra': 'đơn vị đã kiểm tra',
})
/** What there is on a day. */
export const STOCK = within({
  dang: 'đang giải quyết',
  con: 'còn hiệu lực',
  ton: 'tồn đọng',
  'ky truoc': 'từ kỳ trước chuyển sang',
})

/** Rates that can be above 100 %, and counts above what they are compared with. */
export const MAY_PASS = within({
  pakn: 'requests of the period before are answered too',
  'phan anh': 'phản ánh đã xử lý',
  'kien nghi': 'kiến nghị đã xử lý',
  'giai ngan': 'paid out beyond the plan',
  von: 'vốn đầu tư công',
  'du toan': 'an estimate',
  'thu chi': 'thu chi ngân sách',
  'bien che': 'more posts filled than assigned',
})
/** What can be done and more than done. */
export const PLAN = within({
  'ke hoach': 'theo kế hoạch',
  'chi tieu': 'chỉ tiêu',
  'du kien': 'dự kiến',
})
/** What no plan can have more of than it has. */
export const TASKS = letters({ 'nhiem vu': 'no plan has more tasks than it has' })
/** Rates of plans, above 100 % where more was done. */
export const OVERFULFILLED = within({
  'giai ngan': 'giải ngân vốn',
  'ke hoach': 'vượt kế hoạch',
  'chi tieu': 'vượt chỉ tiêu',
  'dinh muc': 'vượt định mức',
})
