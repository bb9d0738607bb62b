import { printNumber, printScore } from '@cchc/domain'
import type { indexResult } from '@cchc/hub/questions/index-result'
import type { AnswerOf } from '@cchc/hub/questions/question'
import type { Invocation } from '../../command-context.ts'
import { renderTable } from '../../output/table.ts'
import { oneLine } from '../../output/text-width.ts'

type IndexView = AnswerOf<typeof indexResult>

/** An index result for people: domains, lost criteria with who answers for them, and what the target asks for. */
export function indexText(
  view: IndexView,
  context: Pick<Invocation, 'messages' | 'terminal'>,
): string {
  const { result, organisation } = view
  const rank = result.rank === null ? '' : `, ${placeText(result.rank)}`
  const head = `${organisation.name} (${organisation.code}), ${result.year}: ${printScore(result.total)}${rank}`
  const parts = [oneLine(head), domainTable(view, context), ...criteria(view, context)]
  return [...parts, ...targetLines(view, context)].join('\n')
}

function domainTable(
  { result, gap }: IndexView,
  { messages, terminal }: Pick<Invocation, 'messages' | 'terminal'>,
): string {
  const { index } = messages.entered
  const rows = gap.domains.map(({ domain, lost, toGain }) => [
    domain.code,
    oneLine(domain.label),
    printScore(domain.score),
    points(lost),
    domain.rank === null ? '' : placeText(domain.rank),
    domain.target === null ? '' : printScore(domain.target),
    toGain === null ? '' : points(toGain),
  ])
  const survey = [
    '',
    index.survey,
    printScore(gap.survey),
    points(gap.survey.max - gap.survey.points),
  ]
  const total = ['', index.total, printScore(result.total), points(gap.lost)]
  const columns = [
    { title: messages.columns.code },
    { title: index.domain, flexible: true },
    { title: index.score, right: true },
    { title: index.lost, right: true },
    { title: index.rank, right: true },
    { title: index.target, right: true },
    { title: index.toGain, right: true },
  ]
  return renderTable(columns, { rows: [...rows, survey, total], width: terminal.columns })
}

function criteria(
  { result }: IndexView,
  { messages }: Pick<Invocation, 'messages' | 'terminal'>,
): string[] {
  if (result.lostCriteria.length === 0) return []
  const lines = result.lostCriteria.map(({ code, label, assignedTo, action, pointsLost }) => {
    const lost = pointsLost === null ? '' : ` (-${points(pointsLost)})`
    const who = assignedTo.length === 0 ? messages.words.none : assignedTo.join('; ')
    return oneLine(`${code} ${label}${lost}: ${who}${action === null ? '' : `; ${action}`}`)
  })
  return ['', messages.entered.index.criteria, ...lines.map((line) => `  ${line}`)]
}

function targetLines(
  { result, gap }: IndexView,
  { messages }: Pick<Invocation, 'messages' | 'terminal'>,
): string[] {
  const { targets } = result
  const { target } = gap
  if (!targets || !target) return []
  const { index } = messages.entered
  const stated = [targets.total.raw, targets.rank?.raw].filter((text) => text).join('; ')
  const lines = [
    index.needed(points(target.toGain), target.exclusive),
    index.fromDomains(points(gap.gainOfDomains)),
    ...(target.fromSurvey > 0 ? [index.fromSurvey(points(target.fromSurvey))] : []),
    ...(target.places === null ? [] : [index.places(target.places)]),
  ]
  return ['', oneLine(index.targetOf(target.year, stated)), ...lines.map((line) => `  ${line}`)]
}

function placeText({ rank, of }: { readonly rank: number; readonly of: number }): string {
  return `${rank}/${of}`
}

function points(value: number): string {
  return printNumber(value, 2)
}
