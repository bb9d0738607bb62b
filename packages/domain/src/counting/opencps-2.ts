import { defineRule } from './define-rule.ts'
import { tt01 } from './tt01-2020.ts'

/**
 * The definitions in the statistics engine of OpenCPS 2, laid out as Form II.06, to explain that system's own figures:
 * (3) is its processCount, (7) its releaseCount, (13) its overdueCount.
 */
export const opencps2 = defineRule({
  id: 'opencps-2',
  version: 1,
  name: 'Thống kê của hệ thống OpenCPS 2',
  legalBasis: [],
  inForce: { from: null, to: null, successor: null },
  answers: {
    refusedAtReception: {
      en: 'Outside the row; the system counts it as denied, and in its total of everything.',
      vi: 'Không tính vào số hồ sơ tiếp nhận; hệ thống đếm riêng là hồ sơ bị từ chối và tính vào tổng chung.',
    },
    awaitingReception: { en: 'Received, and waiting.', vi: 'Đếm là đã tiếp nhận, đang chờ.' },
    clockStart: {
      en: 'Date of receipt (receiveDate).',
      vi: 'Ngày tiếp nhận (receiveDate).',
    },
    bounds: {
      en: 'A receipt at 00:00 of the first day is carried over; the last day belongs to the period.',
      vi: 'Tiếp nhận lúc 00:00 ngày đầu kỳ là từ kỳ trước; ngày cuối thuộc kỳ báo cáo.',
    },
    endEvent: { en: 'Date of release (releaseDate).', vi: 'Ngày có kết quả (releaseDate).' },
    withdrawn: {
      en: 'Cancelled: neither released nor in process.',
      vi: 'Là hồ sơ bị hủy: không thuộc đã giải quyết, cũng không thuộc đang giải quyết.',
    },
    refused: {
      en: 'Released (unresolved), and timed like any other.',
      vi: 'Là đã giải quyết (với kết quả không giải quyết), xét hạn như mọi hồ sơ khác.',
    },
    nullChannel: {
      en: 'Not online, so in column (5).',
      vi: 'Không phải trực tuyến nên đếm vào cột (5).',
    },
    precision: {
      en: 'The instant of the end against the instant it was due.',
      vi: 'So thời điểm kết thúc xử lý với thời điểm hẹn trả.',
    },
    noDueDate: tt01.answers.noDueDate,
    supplement: tt01.answers.supplement,
    secondSupplement: tt01.answers.secondSupplement,
    waiting: {
      en: 'Waiting or receiving by the status of now, for past days too: never overdue.',
      vi: 'Theo trạng thái hiện tại là chờ bổ sung hoặc chờ tiếp nhận, kể cả khi đếm cho ngày đã qua: không bao giờ quá hạn.',
    },
    onDueMoment: {
      en: 'At the due moment: on time when closed. An open dossier is overdue from the evening of its due day.',
      vi: 'Đúng thời điểm hẹn trả: đúng hạn nếu đã giải quyết. Hồ sơ đang giải quyết là quá hạn ngay từ cuối ngày hẹn trả.',
    },
    earlySeparate: {
      en: 'Yes, when the result was handed over (finishDate) before it was due.',
      vi: 'Có: trước hạn khi kết quả được trả (finishDate) trước thời điểm hẹn trả.',
    },
    emptyDenominator: {
      en: 'The system shows 100, and cuts rates to whole numbers; here it is not applicable (-).',
      vi: 'Hệ thống hiện 100 và cắt tỷ lệ còn số nguyên; ở đây in dấu gạch ngang (-), nghĩa là không áp dụng.',
    },
  },
  remarks: [
    {
      en: 'A computer system, not a legal text; read from its source code.',
      vi: 'Là một hệ thống phần mềm, không phải văn bản pháp luật; đọc từ mã nguồn của hệ thống.',
    },
    {
      en: 'Early by an extended due date (extendDate) is left out: sources of this hub do not keep that date.',
      vi: 'Không xét trước hạn theo ngày hẹn trả đã gia hạn (extendDate): các nguồn ở đây không lưu ngày đó.',
    },
    {
      en: 'In the system no month counts a dossier received at 00:00 of its first day as received; here it belongs to the day before, so that months join.',
      vi: 'Trong hệ thống, hồ sơ tiếp nhận lúc 00:00 ngày đầu tháng không được tháng nào đếm là tiếp nhận; ở đây hồ sơ đó thuộc ngày trước, để các tháng nối tiếp nhau.',
    },
    {
      en: "The system judges open dossiers at the moment it runs; here at the end of the period's last day.",
      vi: 'Hệ thống xét hồ sơ đang giải quyết vào lúc chạy thống kê; ở đây xét vào cuối ngày cuối kỳ.',
    },
  ],
  choices: {
    refusedAtReception: 'left-out',
    awaitingReception: 'counted',
    bounds: 'start-excluded',
    clockStart: 'received',
    endEvent: 'finished',
    withdrawn: 'apart',
    refused: 'timed',
    nullChannel: 'direct-post',
    precision: 'instant',
    noDueDate: 'on-time',
    supplement: 'as-stated',
    secondSupplement: 'ignored',
    waiting: 'status-now',
    onDueMoment: 'overdue',
    earlySeparate: 'by-return',
  },
  extraFigures: ['refusedAtReception', 'withdrawn', 'waiting'],
  onTimeFormula: tt01.onTimeFormula,
  onTime: tt01.onTime,
})
