import type { enteredIndicators } from '@cchc/hub/questions/entered-indicators'
import type { missingIndicators } from '@cchc/hub/questions/missing-indicators'
import type { AnswerOf } from '@cchc/hub/questions/question'
import type { Invocation } from '../../command-context.ts'
import type { Column } from '../../output/listing.ts'
import { instantOf } from '../../output/operator-text.ts'

type IndicatorView = AnswerOf<typeof enteredIndicators>['items'][number]
type MissingIndicator = AnswerOf<typeof missingIndicators>['items'][number]

/** Entered figures: what, how much, who, when, from where. */
export function indicatorColumns(
  invocation: Invocation,
  { history }: { readonly history: boolean },
): readonly Column<IndicatorView>[] {
  const { messages } = invocation
  const { columns, entered } = messages
  const when = (text: string | null) => (text === null ? '' : instantOf(text, invocation))
  const origin = ({ origin: from }: IndicatorView) =>
    from === null ? entered.byHand : [from.file, from.address].filter((part) => part).join(' ')
  const succession: readonly Column<IndicatorView>[] = [
    { title: entered.columns.entry, show: ({ entry }) => entry },
    { title: entered.columns.superseded, show: (row) => when(row.supersededAt) },
    { title: entered.columns.reason, show: ({ reason }) => reason ?? '', flexible: true },
  ]
  return [
    { title: columns.id, show: ({ indicatorId }) => indicatorId },
    { title: entered.columns.indicator, show: ({ label }) => label, flexible: true },
    { title: entered.columns.unit, show: ({ unit }) => unit },
    { title: entered.columns.value, show: ({ value }) => value, right: true },
    { title: entered.columns.note, show: ({ note }) => note, flexible: true },
    { title: entered.columns.organisation, show: ({ organisation }) => organisation },
    { title: entered.columns.period, show: ({ period }) => period },
    { title: entered.columns.by, show: ({ enteredBy }) => enteredBy },
    { title: entered.columns.at, show: ({ enteredAt }) => when(enteredAt) },
    { title: entered.columns.origin, show: origin, flexible: true },
    ...(history ? succession : []),
  ]
}

/** Indicators that nobody has reported. */
export function missingColumns({ messages }: Pick<Invocation, 'messages'>) {
  const { columns, entered } = messages
  const missing: readonly Column<MissingIndicator>[] = [
    { title: columns.id, show: ({ indicatorId }) => indicatorId },
    { title: columns.template, show: ({ template }) => template },
    { title: columns.code, show: ({ code }) => code },
    { title: entered.columns.indicator, show: ({ label }) => label, flexible: true },
    { title: entered.columns.unit, show: ({ unit }) => unit },
  ]
  return missing
}
