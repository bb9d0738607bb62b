import type { BilingualText } from './bilingual-text.ts'
import type { Cause } from './choices.ts'
import type { Question } from './counting-rule.ts'

const NAMES: Readonly<Record<Cause, BilingualText>> = {
  refusedAtReception: { en: 'Refused at reception', vi: 'Hồ sơ không được tiếp nhận' },
  awaitingReception: { en: 'Not yet accepted', vi: 'Hồ sơ chờ tiếp nhận' },
  bounds: { en: 'Bounds of the period', vi: 'Mốc đầu kỳ và cuối kỳ báo cáo' },
  clockStart: { en: 'What starts the clock', vi: 'Thời điểm bắt đầu tính thời hạn' },
  endEvent: { en: 'Which event ends a dossier', vi: 'Sự kiện kết thúc xử lý' },
  withdrawn: { en: 'Withdrawn by the citizen', vi: 'Hồ sơ công dân rút' },
  refused: { en: 'Refused or stopped in handling', vi: 'Hồ sơ bị từ chối, dừng xử lý' },
  nullChannel: { en: 'No channel stated', vi: 'Không ghi kênh thực hiện' },
  precision: { en: 'Days or instants', vi: 'So theo ngày hay theo thời điểm' },
  noDueDate: { en: 'No due date', vi: 'Không có ngày hẹn trả' },
  supplement: { en: 'Time spent waiting for a supplement', vi: 'Trừ thời gian chờ bổ sung' },
  secondSupplement: {
    en: 'More than one request for supplements',
    vi: 'Yêu cầu bổ sung quá một lần',
  },
  waiting: { en: 'Waiting for a supplement now', vi: 'Đang chờ bổ sung' },
  onDueMoment: { en: 'On the due day or moment', vi: 'Đúng ngày hẹn trả mà chưa xong' },
  earlySeparate: { en: 'Early told from on time', vi: 'Tách trước hạn và đúng hạn' },
}

/** What each question is called, beside its code. */
export const QUESTION_NAMES: Readonly<Record<Question, BilingualText>> = {
  ...NAMES,
  emptyDenominator: {
    en: 'Rate when nothing was resolved',
    vi: 'Tỷ lệ khi chưa có hồ sơ nào được giải quyết',
  },
}

/** What each cause of a difference is called: the question that two rules answer differently. */
export const CAUSE_NAMES: Readonly<Record<Cause | 'unexplained', BilingualText>> = {
  ...NAMES,
  unexplained: { en: 'No known cause', vi: 'Chưa rõ nguyên nhân' },
}
