import { defineRule } from './define-rule.ts'
import { tt01 } from './tt01-2020.ts'

/**
 * Indicator 2.1 of the national service quality index (QĐ 766/QĐ-TTg), laid out as Form II.06: instants decide about
 * finished dossiers, days about open ones. Its rate also counts what is still in process.
 */
export const qd766 = defineRule({
  id: 'qd766-2022',
  version: 1,
  name: 'Bộ chỉ số phục vụ người dân, doanh nghiệp, Quyết định 766/QĐ-TTg',
  legalBasis: [{ type: 'Quyết định', number: '766/QĐ-TTg', date: '2022-06-23' }],
  inForce: { from: { day: '2022-06-23', verified: false }, to: null, successor: null },
  answers: {
    refusedAtReception: {
      en: 'Counted as received and ended when a date of receipt is stated; otherwise not counted.',
      vi: 'Đếm là đã tiếp nhận và đã kết thúc nếu nguồn có ghi ngày tiếp nhận; nếu không thì không đếm.',
    },
    awaitingReception: tt01.answers.awaitingReception,
    bounds: tt01.answers.bounds,
    clockStart: tt01.answers.clockStart,
    endEvent: {
      en: 'End of handling (NgayKetThucXuLy); where it is missing from a returned dossier, the return of the result (NgayTra).',
      vi: 'Thời điểm kết thúc xử lý (NgayKetThucXuLy); hồ sơ đã trả kết quả mà thiếu thời điểm này thì lấy thời điểm trả kết quả (NgayTra).',
    },
    withdrawn: {
      en: 'An ending status: resolved, and timed like any other.',
      vi: 'Là trạng thái kết thúc: đã giải quyết, xét hạn như mọi hồ sơ khác.',
    },
    refused: {
      en: 'Refused or stopped in handling is an ending status: resolved, and timed.',
      vi: 'Bị từ chối giải quyết hoặc dừng xử lý là trạng thái kết thúc: đã giải quyết, có xét hạn.',
    },
    nullChannel: {
      en: 'Counts as direct, in column (5).',
      vi: 'Coi là trực tiếp, đếm vào cột (5).',
    },
    precision: {
      en: 'The instant of the end against the instant it was due.',
      vi: 'So thời điểm kết thúc xử lý với thời điểm hẹn trả.',
    },
    noDueDate: {
      en: 'Due after the longest term of the procedure; where that is not known, on time and within term.',
      vi: 'Hạn là thời hạn giải quyết tối đa của thủ tục; không biết thời hạn đó thì đã giải quyết là đúng hạn, đang giải quyết là trong hạn.',
    },
    supplement: {
      en: 'The time waited is deducted from the end of a finished dossier.',
      vi: 'Trừ thời gian chờ bổ sung vào thời điểm kết thúc của hồ sơ đã giải quyết.',
    },
    secondSupplement: {
      en: 'Late from the second request on, open or finished.',
      vi: 'Quá hạn kể từ lần yêu cầu bổ sung thứ hai, dù đang giải quyết hay đã giải quyết.',
    },
    waiting: {
      en: 'The request counts as the end: within term when it came by the due moment.',
      vi: 'Coi thời điểm yêu cầu bổ sung là thời điểm kết thúc: trong hạn nếu yêu cầu không muộn hơn thời điểm hẹn trả.',
    },
    onDueMoment: {
      en: 'At the due moment: on time when closed. An open dossier ends on the last day of the period: within term on its due day.',
      vi: 'Đúng thời điểm hẹn trả: đúng hạn nếu đã giải quyết. Hồ sơ đang giải quyết coi như kết thúc vào ngày cuối kỳ: còn trong hạn đến hết ngày hẹn trả.',
    },
    earlySeparate: {
      en: 'No: early is on time, column (8) is 0.',
      vi: 'Không: trước hạn gộp vào đúng hạn, cột (8) bằng 0.',
    },
    emptyDenominator: {
      en: 'The portal shows 0 or not applicable, and rates with two decimals; here it is not applicable (-).',
      vi: 'Cổng hiện 0 hoặc không áp dụng, tỷ lệ có hai chữ số thập phân; ở đây in dấu gạch ngang (-), nghĩa là không áp dụng.',
    },
  },
  remarks: [
    {
      en: "Follows a public transcription of the portal's formulas whose issuing office and date are not verified; the annex of the decision itself was not at hand.",
      vi: 'Theo một bản chép công khai các công thức của cổng, chưa xác minh được cơ quan và ngày ban hành; chưa có phụ lục của chính Quyết định để đối chiếu.',
    },
    {
      en: 'The text deducts waiting from finished dossiers only, so an open one that goes on after its supplement is judged by its due date as stated.',
      vi: 'Văn bản chỉ trừ thời gian chờ bổ sung cho hồ sơ đã giải quyết, nên hồ sơ được giải quyết tiếp sau khi bổ sung thì xét theo ngày hẹn trả như nguồn ghi.',
    },
    {
      en: 'The text says of the second request only that it counts as late; here that holds from that request on, whatever follows.',
      vi: 'Về yêu cầu bổ sung lần thứ hai, văn bản chỉ nói là tính quá hạn; ở đây tính như vậy kể từ lần yêu cầu đó, bất kể diễn biến về sau.',
    },
    {
      en: 'A refusal at reception without an end of its own ends at its receipt.',
      vi: 'Hồ sơ không được tiếp nhận mà nguồn không ghi thời điểm kết thúc thì coi là kết thúc ngay khi nhận.',
    },
    {
      en: 'No source states the longest term of a procedure with its dossiers yet, so dossiers without a due date are on time.',
      vi: 'Chưa nguồn nào ghi thời hạn giải quyết tối đa của thủ tục cùng với hồ sơ, nên hồ sơ không có ngày hẹn trả là đúng hạn hoặc trong hạn.',
    },
  ],
  choices: {
    refusedAtReception: 'counted',
    awaitingReception: 'counted',
    bounds: 'inclusive',
    clockStart: 'received',
    endEvent: 'finished-or-returned',
    withdrawn: 'timed',
    refused: 'timed',
    nullChannel: 'direct-post',
    precision: 'instant',
    noDueDate: 'maximum-term',
    supplement: 'deducted',
    secondSupplement: 'late',
    waiting: 'until-request',
    onDueMoment: 'within',
    earlySeparate: 'not-separate',
  },
  extraFigures: [],
  onTimeFormula: '((8)+(9)+(12))/((7)+(11))',
  onTime: (row) => ({
    numerator: row.resolvedEarly + row.resolvedOnTime + row.pendingWithin,
    denominator: row.resolvedTotal + row.pendingTotal,
  }),
})
