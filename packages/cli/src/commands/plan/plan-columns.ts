import { printDay } from '@cchc/domain'
import type { plan } from '@cchc/hub/questions/plan'
import type { AnswerOf } from '@cchc/hub/questions/question'
import type { Invocation } from '../../command-context.ts'
import type { Column } from '../../output/listing.ts'

type TaskProgress = AnswerOf<typeof plan>['tasks'][number]

/** Tasks of a plan as they stand on a day. */
export function planColumns({
  messages,
}: Pick<Invocation, 'messages'>): readonly Column<TaskProgress>[] {
  const { plan } = messages.entered
  const day = (text: string | null) => (text === null ? '' : printDay(text))
  return [
    { title: plan.number, show: ({ task }) => String(task.number), right: true },
    { title: plan.task, show: ({ task }) => task.task, flexible: true },
    { title: plan.product, show: ({ task }) => task.product ?? '', flexible: true },
    { title: plan.deadline, show: ({ task }) => task.deadline.text },
    { title: plan.dueOn, show: ({ dueOn }) => day(dueOn), plain: ({ dueOn }) => dueOn ?? '' },
    { title: plan.assignee, show: ({ task }) => task.assignee ?? '', flexible: true },
    { title: plan.state, show: ({ state }) => plan.states[state] },
    {
      title: plan.finishedOn,
      show: ({ finishedOn }) => day(finishedOn),
      plain: ({ finishedOn }) => finishedOn ?? '',
    },
    { title: plan.stated, show: ({ task }) => task.status.text, flexible: true },
  ]
}
