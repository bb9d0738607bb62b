import type { Deadline, Plan, PlanTask } from './plan.ts'
import type { Day } from './time.ts'

/**
 * How a task stands on a day: `done` (`done_late` after its last day), `late` = not done and past its last day or said
 * to be late, `due` = not done and still in time, `standing` = without an end (thường xuyên, định kỳ), `open` = its last
 * day cannot be told.
 */
export type TaskState = 'done' | 'done_late' | 'late' | 'due' | 'standing' | 'open'

/** A task as it stands on a day; `finishedOn` null = not done, or done on a day that nobody wrote down. */
export interface TaskProgress {
  readonly task: PlanTask
  readonly state: TaskState
  readonly dueOn: Day | null
  readonly finishedOn: Day | null
}

/** Which tasks: those whose last day is `dueBy` or before and that are not done, or those that are late on a day. */
export interface ProgressFilter {
  readonly dueBy?: Day
  readonly lateOn?: Day
}

/**
 * How the tasks of a plan stand on a day. A dated result counts from its day on, so that a past day can be asked for;
 * one without a date counts always.
 */
export function planProgress(plan: Pick<Plan, 'tasks'>, on: Day): readonly TaskProgress[] {
  return plan.tasks.map((task) => {
    const dueOn = lastDayOf(task)
    const finishedOn = finishedBy(task, on)
    return { task, dueOn, finishedOn, state: stateOf(task, { on, dueOn, finishedOn }) }
  })
}

/** The tasks to look after: what is asked for as of that day, where it lies ahead as of `today`. */
export function tasksToLookAfter(
  plan: Pick<Plan, 'tasks'>,
  { dueBy, lateOn, today }: ProgressFilter & { readonly today: Day },
): readonly TaskProgress[] {
  if (lateOn !== undefined) return planProgress(plan, lateOn).filter((one) => one.state === 'late')
  if (dueBy === undefined) return planProgress(plan, today)
  const on = dueBy < today ? dueBy : today
  return planProgress(plan, on).filter(({ state, dueOn }) => {
    return state === 'late' || (state === 'due' && dueOn !== null && dueOn <= dueBy)
  })
}

/** The last day of a task, or of its first part that has one and no result. */
function lastDayOf({ deadline, parts }: PlanTask): Day | null {
  const open = parts.filter(({ results }) => results.length === 0)
  const days = [deadline, ...open.map((part) => part.deadline)].flatMap(({ dueOn }) => dueOn ?? [])
  return days.toSorted()[0] ?? null
}

function finishedBy({ documents }: PlanTask, on: Day): Day | null {
  const days = documents.flatMap(({ role, date }) => (role === 'result' && date ? [date] : []))
  const [first] = days.toSorted()
  return first !== undefined && first <= on ? first : null
}

const ENDLESS: readonly Deadline['kind'][] = ['regular', 'periodic']

function stateOf(
  task: PlanTask,
  { on, dueOn, finishedOn }: { on: Day; dueOn: Day | null; finishedOn: Day | null },
): TaskState {
  if (ENDLESS.includes(task.deadline.kind) && dueOn === null) return 'standing'
  if (finishedOn !== null) return dueOn !== null && finishedOn > dueOn ? 'done_late' : 'done'
  if (isDoneWithoutDate(task)) return 'done'
  if (dueOn === null) return task.status.kind === 'late' ? 'late' : 'open'
  return on > dueOn || task.status.kind === 'late' ? 'late' : 'due'
}

/** Said to be done, or on schedule with results that bear no date. */
function isDoneWithoutDate({ status, documents, otherResults, resultText }: PlanTask): boolean {
  if (status.kind === 'done') return true
  const dated = documents.some(({ role, date }) => role === 'result' && date !== null)
  const results = otherResults.length > 0 || resultText !== null
  const undated = documents.some(({ role, date }) => role === 'result' && date === null)
  return status.kind === 'on_schedule' && !dated && (results || undated)
}
