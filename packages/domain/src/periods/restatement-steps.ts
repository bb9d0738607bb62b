import type { Dossier } from '../dossier.ts'

/** Why a figure is not what it was when its period was closed, in the order in which changes are looked at. */
export const RESTATEMENT_REASONS = {
  received_late: 'Hồ sơ được ghi nhận sau khi chốt',
  removed: 'Hồ sơ không còn ở nguồn',
  organisation_changed: 'Chuyển cơ quan giải quyết',
  channel_changed: 'Sửa hình thức tiếp nhận',
  received_date_changed: 'Sửa ngày tiếp nhận',
  due_date_changed: 'Thay đổi hạn trả kết quả',
  waiting_changed: 'Sửa thời gian chờ bổ sung',
  finished_recorded_late: 'Kết quả được ghi nhận sau khi chốt',
  finish_date_changed: 'Sửa ngày có kết quả',
  finish_undone: 'Hủy ghi nhận kết quả',
  status_changed: 'Sửa trạng thái hồ sơ',
  counting_changed: 'Quy tắc đếm đã thay đổi',
} as const
export type RestatementReason = keyof typeof RESTATEMENT_REASONS

/** One change of a dossier, as two states that differ in nothing else; `from` null = it was not known, `to` null = it is gone. */
export interface RestatementStep {
  readonly reason: RestatementReason
  readonly from: Dossier | null
  readonly to: Dossier | null
}

/** Takes a change apart into single ones, the last of which ends in the new state, so that their effects add up to its. */
export function restatementSteps(before: Dossier | null, after: Dossier | null): RestatementStep[] {
  if (after === null) return [{ reason: 'removed', from: before, to: null }]
  if (before === null) return [{ reason: 'received_late', from: null, to: after }]
  const steps: RestatementStep[] = []
  let state = before
  const step = (reason: RestatementReason, change: Partial<Dossier>) => {
    const next = { ...state, ...change }
    steps.push({ reason, from: state, to: next })
    state = next
  }
  step('organisation_changed', { organisationCode: after.organisationCode })
  step('channel_changed', { channel: after.channel })
  step('received_date_changed', { receivedAt: after.receivedAt })
  step('due_date_changed', { dueAt: after.dueAt })
  step('waiting_changed', { pauses: after.pauses })
  // The rest, since nothing but an end and a status can still change a count.
  step(endReason(before, after), after)
  return steps
}

function endReason(before: Dossier, after: Dossier): RestatementReason {
  if (before.finishedAt === after.finishedAt) return 'status_changed'
  if (before.finishedAt === null) return 'finished_recorded_late'
  return after.finishedAt === null ? 'finish_undone' : 'finish_date_changed'
}
