import { defineRule } from './define-rule.ts'
import { tt01 } from './tt01-2020.ts'

/**
 * Form 07a/BTP: Form II.06 with buckets beside it; what they do not touch is as in `tt01-2020`. Its balance is
 * received = resolved + pending + stopped + withdrawn, and a dossier of no stated channel has a column of its own.
 */
export const btp07a = defineRule({
  id: 'btp-07a',
  version: 2,
  name: 'Biểu 07a/BTP',
  legalBasis: [{ type: 'Biểu mẫu', number: '07a/BTP', date: null }],
  inForce: { from: { day: '2026-08-01', verified: false }, to: null, successor: null },
  answers: {
    ...tt01.answers,
    refusedAtReception: {
      en: 'A bucket of its own (Không được tiếp nhận), outside the row.',
      vi: 'Mục riêng (Không được tiếp nhận), không tính vào số hồ sơ tiếp nhận.',
    },
    awaitingReception: {
      en: 'A bucket of its own (Chờ tiếp nhận), outside the row.',
      vi: 'Mục riêng (Chờ tiếp nhận), không tính vào số hồ sơ tiếp nhận.',
    },
    clockStart: {
      en: 'Receipt; of a dossier handed in irrespective of area from 05/8/2026, when the competent agency got it (NĐ 309/2026/NĐ-CP, Điều 8.3), where the source states both.',
      vi: 'Thời điểm tiếp nhận; hồ sơ nộp phi địa giới từ ngày 05/8/2026 thì từ khi cơ quan có thẩm quyền nhận được (Nghị định 309/2026/NĐ-CP, Điều 8.3), nếu nguồn có ghi cả hai.',
    },
    withdrawn: {
      en: 'A bucket of its own (Rút hồ sơ): neither resolved nor in process.',
      vi: 'Mục riêng (Rút hồ sơ): không thuộc đã giải quyết, cũng không thuộc đang giải quyết.',
    },
    refused: {
      en: 'Refused is resolved, and timed; stopped is a bucket of its own (Dừng xử lý): neither resolved nor in process.',
      vi: 'Bị từ chối giải quyết là đã giải quyết, có xét hạn; dừng xử lý là mục riêng (Dừng xử lý): không thuộc đã giải quyết, cũng không thuộc đang giải quyết.',
    },
    nullChannel: {
      en: 'A column of its own (Hình thức khác), in neither (4) nor (5).',
      vi: 'Cột riêng (Hình thức khác), không thuộc cột (4), cũng không thuộc cột (5).',
    },
  },
  remarks: [
    {
      en: 'Known by the columns of exported files only; the circular that issues the form was not at hand. It was in use in September 2026. Questions that the columns do not answer follow tt01-2020.',
      vi: 'Chỉ biết qua các cột của tệp kết xuất; chưa có văn bản ban hành biểu để đối chiếu. Biểu đang được dùng vào tháng 9 năm 2026. Câu hỏi nào các cột không trả lời thì theo tt01-2020.',
    },
    {
      en: 'Letters of apology, receipt irrespective of area (phi địa giới), payment and receipts are counted only where the source states them of every dossier concerned; terms of reception are stated by no source.',
      vi: 'Thư xin lỗi, tiếp nhận phi địa giới, thanh toán và biên lai chỉ được đếm khi nguồn ghi rõ ở mọi hồ sơ liên quan; không nguồn nào ghi hạn tiếp nhận.',
    },
    {
      en: 'Some units fold stopped and withdrawn dossiers into other columns; ask before comparing.',
      vi: 'Một số đơn vị gộp hồ sơ dừng xử lý và hồ sơ rút vào cột khác; cần hỏi trước khi so sánh.',
    },
  ],
  choices: {
    ...tt01.choices,
    awaitingReception: 'left-out',
    clockStart: 'competent',
    withdrawn: 'apart',
    refused: 'stopped-apart',
    nullChannel: 'other',
  },
  extraFigures: [
    'receivedOnlineFull',
    'receivedOnlinePartial',
    'receivedDirect',
    'receivedPostal',
    'receivedOtherChannel',
    'receivedOutsideArea',
    'receivedInsideArea',
    'resolvedLateApologised',
    'resolvedLateNotApologised',
    'pendingOverdueApologised',
    'pendingOverdueNotApologised',
    'paymentTotal',
    'paymentOnline',
    'paymentDirect',
    'paymentNone',
    'refusedAtReception',
    'awaitingReception',
    'receipts',
    'receiptsMissing',
    'stopped',
    'withdrawn',
  ],
  onTimeFormula: tt01.onTimeFormula,
  onTime: tt01.onTime,
})
