import { onlineShare } from '@cchc/domain'
import { dossierStatistics } from '@cchc/hub/questions/dossier-statistics'
import type { AnswerOf } from '@cchc/hub/questions/question'
import { restatements } from '@cchc/hub/questions/restatements'
import type { Ask } from './ask.ts'
import { askedOf, type Chosen, chosenIn, chosenOf } from './chosen.ts'
import type { FiguresRow } from './parts/columns.ts'
import { thingsToMind } from './parts/things-to-mind.ts'
import type { Told } from './parts/told.ts'
import { lastWholeMonth, periodBefore } from './periods.ts'
import { printedCount, printedRate } from './printed.ts'
import type { Viewing } from './view.ts'

type Answer = AnswerOf<typeof dossierStatistics>
type Restated = AnswerOf<typeof restatements>['total']

/** What stands in the bulletin, on the page and on paper. */
export interface BulletinTold {
  readonly answer: Answer
  readonly chosen: Chosen
  readonly minded: readonly Told[]
  /** Absent = no period of that kind is before it. */
  readonly before?: BeforeTold
}

/** The period before; `restated` where it was closed and its figures are others since. */
export interface BeforeTold {
  readonly answer: Answer
  readonly chosen: Chosen & { readonly period: string }
  readonly restated: Restated | undefined
}

/** A figure of the bulletin. */
export interface BulletinFigure {
  readonly title: string
  /** What `why` is asked for. */
  readonly indicator: string
  printed(row: FiguresRow): string
}

/** The figures of the bulletin, in their order. */
export const FOUR: readonly BulletinFigure[] = [
  {
    title: 'Hồ sơ đã giải quyết',
    indicator: 'resolvedTotal',
    printed: ({ statistics }) => printedCount(statistics.resolvedTotal),
  },
  {
    title: 'Tỷ lệ đúng hạn',
    indicator: 'onTime',
    printed: ({ onTime }) => printedRate(onTime),
  },
  {
    title: 'Đang quá hạn',
    indicator: 'pendingOverdue',
    printed: ({ statistics }) => printedCount(statistics.pendingOverdue),
  },
  {
    title: 'Tỷ lệ trực tuyến',
    indicator: 'receivedOnline',
    printed: (row) => printedRate(onlineShare(row)),
  },
]

/** Asks for everything that the bulletin of an address tells. */
export async function bulletinTold(viewing: Viewing): Promise<BulletinTold> {
  const { given, place, ask } = viewing
  const period = given.period ?? lastWholeMonth(place)
  const wished = { ...chosenIn(viewing), period }
  const answer = await ask(dossierStatistics, askedOf(wished))
  const chosen = chosenOf(wished, answer)
  const [day = place.today] = [answer.period.to, place.today].toSorted()
  const minded = await thingsToMind({ ask, chosen, day })
  const before = await beforeTold(chosen, ask)
  return { answer, chosen, minded, ...(before && { before }) }
}

async function beforeTold(chosen: Chosen, ask: Ask): Promise<BeforeTold | undefined> {
  const period = periodBefore(chosen.period)
  if (period === undefined) return undefined
  const earlier = { ...chosen, period }
  const answer = await ask(dossierStatistics, askedOf(earlier))
  const restated = answer.closed?.restated ? await restatedIn(earlier, ask) : undefined
  return { answer, chosen: earlier, restated }
}

async function restatedIn({ org, period, rule }: Chosen, ask: Ask): Promise<Restated> {
  const asked = { period, ...(org !== undefined && { org }), ...(rule !== undefined && { rule }) }
  return (await ask(restatements, asked)).total
}
