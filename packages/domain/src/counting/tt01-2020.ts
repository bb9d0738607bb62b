import { addFlows, ratio } from '../quantity.ts'
import { defineRule } from './define-rule.ts'

/**
 * Form II.06 of TT 01/2020/TT-VPCP, counted by days in Asia/Ho_Chi_Minh. The legal text leaves withdrawn dossiers and
 * waiting for supplements open; here they follow the report generator of a provincial system (see `answers`).
 */
export const tt01 = defineRule({
  id: 'tt01-2020',
  version: 1,
  name: 'Biểu II.06, Thông tư 01/2020/TT-VPCP',
  legalBasis: [{ type: 'Thông tư', number: '01/2020/TT-VPCP', date: '2020-10-21' }],
  inForce: {
    from: { day: '2020-12-15', verified: false },
    to: { day: '2026-07-31', verified: false },
    successor: 'Thông tư 09/2026/TT-BTP, Biểu 07a/BTP (quy tắc btp-07a)',
  },
  answers: {
    refusedAtReception: { en: 'Not counted.', vi: 'Không đếm.' },
    awaitingReception: {
      en: 'Counted as received once the source states a date of receipt.',
      vi: 'Đếm là đã tiếp nhận khi nguồn có ghi ngày tiếp nhận.',
    },
    clockStart: {
      en: 'Receipt (NgayTiepNhan), wherever the dossier was handed in.',
      vi: 'Thời điểm tiếp nhận (NgayTiepNhan), dù hồ sơ nộp ở đâu.',
    },
    bounds: {
      en: 'Both days of the period belong to it.',
      vi: 'Tính cả ngày đầu và ngày cuối của kỳ báo cáo.',
    },
    endEvent: {
      en: 'End of handling (NgayKetThucXuLy); collection by the citizen (NgayTra) does not matter.',
      vi: 'Thời điểm kết thúc xử lý (NgayKetThucXuLy); ngày công dân nhận kết quả (NgayTra) không ảnh hưởng.',
    },
    withdrawn: {
      en: 'Resolved on time on the day of withdrawal, whatever the due date.',
      vi: 'Đã giải quyết đúng hạn vào ngày rút hồ sơ, bất kể ngày hẹn trả.',
    },
    refused: {
      en: 'Refused or stopped in handling is resolved, and timed like any other.',
      vi: 'Bị từ chối giải quyết hoặc dừng xử lý là đã giải quyết, xét hạn như mọi hồ sơ khác.',
    },
    nullChannel: {
      en: 'Counted in column (5), direct and post.',
      vi: 'Đếm vào cột (5): trực tiếp, dịch vụ bưu chính.',
    },
    precision: {
      en: 'Days in Asia/Ho_Chi_Minh; the time of day does not matter.',
      vi: 'So theo ngày (giờ Việt Nam); giờ trong ngày không ảnh hưởng.',
    },
    noDueDate: {
      en: 'Resolved without a due date is on time; open without one is within term.',
      vi: 'Không có ngày hẹn trả: đã giải quyết là đúng hạn, đang giải quyết là trong hạn.',
    },
    supplement: {
      en: 'Not deducted: the due date is taken as the source states it.',
      vi: 'Không trừ: lấy ngày hẹn trả đúng như nguồn ghi.',
    },
    secondSupplement: { en: 'Does not matter.', vi: 'Không ảnh hưởng.' },
    waiting: {
      en: 'Open and waiting for a supplement is within term.',
      vi: 'Đang giải quyết và chờ bổ sung là trong hạn.',
    },
    onDueMoment: {
      en: 'On the due day: on time when closed, within term when open.',
      vi: 'Trong ngày hẹn trả: đúng hạn nếu đã giải quyết, trong hạn nếu đang giải quyết.',
    },
    earlySeparate: {
      en: 'Yes: before the due day is early, on it is on time.',
      vi: 'Có: trước ngày hẹn trả là trước hạn, trong ngày hẹn trả là đúng hạn.',
    },
    emptyDenominator: {
      en: 'No rate: printed as not applicable (-).',
      vi: 'Không có tỷ lệ: in dấu gạch ngang (-), nghĩa là không áp dụng.',
    },
  },
  remarks: [
    {
      en: 'Withdrawn dossiers and waiting for supplements are not settled by the text; they follow the report generator of a provincial system: column (9) and column (12).',
      vi: 'Thông tư không nói rõ về hồ sơ công dân rút và hồ sơ chờ bổ sung; ở đây đếm như chương trình lập báo cáo của một hệ thống cấp tỉnh: vào cột (9) và cột (12).',
    },
  ],
  choices: {
    refusedAtReception: 'left-out',
    awaitingReception: 'counted',
    bounds: 'inclusive',
    clockStart: 'received',
    endEvent: 'finished',
    withdrawn: 'on-time',
    refused: 'timed',
    nullChannel: 'direct-post',
    precision: 'day',
    noDueDate: 'on-time',
    supplement: 'as-stated',
    secondSupplement: 'ignored',
    waiting: 'within-term',
    onDueMoment: 'within',
    earlySeparate: 'by-end',
  },
  extraFigures: [],
  onTimeFormula: '((8)+(9))/(7)',
  onTime: (row) => ratio(addFlows(row.resolvedEarly, row.resolvedOnTime), row.resolvedTotal),
})
