import { due } from '@cchc/hub/questions/due'
import type { AnswerOf } from '@cchc/hub/questions/question'
import { type RANKED_BY, ranking } from '@cchc/hub/questions/ranking'
import type { Ask } from '../ask.ts'
import { askedOf, type Chosen } from '../chosen.ts'
import { linkTo, PATHS } from '../links.ts'
import { printedCount, printedDay, printedRate } from '../printed.ts'
import { causesOf } from './causes.ts'
import { explainedBy } from './explained-by.ts'
import { originOf } from './figure.ts'
import type { Piece, Told } from './told.ts'

interface Looking {
  readonly ask: Ask
  readonly chosen: Chosen
  /** The last day that is looked at. */
  readonly day: string
}

/** What a leader has to know of a period, each with its cause; what cannot be known is not among them. */
export async function thingsToMind(looking: Looking): Promise<readonly Told[]> {
  const found = await Promise.all([
    mostOverdue(looking),
    lowest(looking, 'onTime'),
    lowest(looking, 'receivedOnline'),
  ])
  return found.filter((one) => one !== undefined)
}

/** Who has most dossiers overdue, in which of its procedures, and since when. */
async function mostOverdue({ ask, chosen, day }: Looking): Promise<Told | undefined> {
  const { org, rule } = chosen
  const asked = { day, most: 1, kind: 'overdue', ...(rule !== undefined && { rule }) } as const
  const { overdue, units, items } = await ask(due, {
    ...asked,
    ...(org !== undefined && { org }),
  })
  const [unit] = units
  const [first] = items
  if (!overdue || !unit || !first) return undefined
  const { procedures } = await ask(due, { ...asked, org: unit.code })
  const all = linkTo(PATHS.due, { org, day, rule, kind: 'overdue' })
  const own = { org: unit.code, day, rule, kind: 'overdue' }
  const oldest = `tính chung, hồ sơ lâu nhất hẹn trả ngày ${printedDay(first.dueOn)}, đã quá ${printedCount(first.daysLate)} ngày.`
  return {
    lead: [{ number: printedCount(overdue), from: all }, ' hồ sơ đang quá hạn'],
    rest: [
      ', nhiều nhất ở ',
      { name: unit.name },
      ' (',
      { number: printedCount(unit.overdue), from: linkTo(PATHS.due, own) },
      '). Nguyên nhân: ',
      ...ofProcedure(procedures, own),
      oldest,
    ],
  }
}

/** In which procedure of a unit most are overdue. */
function ofProcedure(
  procedures: AnswerOf<typeof due>['procedures'],
  own: Parameters<typeof linkTo>[1],
): readonly Piece[] {
  const most = procedures.find((one) => one.overdue > 0)
  if (!most) return []
  const from = linkTo(PATHS.due, { ...own, procedure: most.code })
  const count = { number: printedCount(most.overdue), from }
  return ['đơn vị này quá hạn nhiều nhất ở thủ tục ', { name: most.name }, ' (', count, ' hồ sơ); ']
}

type Measure = (typeof RANKED_BY)[number]['id']
type Level = AnswerOf<typeof ranking>['levels'][number]
type Unit = Level['units'][number]

interface Last {
  readonly level: Level
  readonly unit: Unit
}

const WORDS = {
  onTime: 'giải quyết đúng hạn thấp nhất',
  receivedOnline: 'tiếp nhận trực tuyến thấp nhất',
} as const

/** Which unit is last by a rate, among which, and where that comes about. */
async function lowest(
  { ask, chosen }: Looking,
  measure: keyof typeof WORDS & Measure,
): Promise<Told | undefined> {
  const { levels } = await ask(ranking, { ...askedOf(chosen), measure })
  const last = lastOf(levels)
  if (!last) return undefined
  const { level, unit } = last
  const codes = levels.flatMap(({ units }) => units.map(({ code }) => code))
  const own = explainedBy(unit.code, { chosen, codes })
  const why = own.org === unit.code ? await causesOf({ ask, own, measure }) : []
  const place = `hạng ${unit.place?.rank ?? ''}/${level.ranked}`
  return {
    lead: [{ name: unit.name }, `: ${WORDS[measure]}`],
    rest: [
      ', ',
      { number: printedRate(unit.rate), from: originOf(measure, own) },
      ' (',
      { number: place, from: linkTo(PATHS.ranking, { ...chosen, measure, unit: unit.code }) },
      ` trong ${level.name}, trung vị ${printedRate(level.median)}).`,
      ...why,
    ],
  }
}

/** The last of the level with most units, whose rate is of enough dossiers and is not that of all. */
function lastOf(levels: readonly Level[]): Last | undefined {
  const [level] = levels.toSorted((a, b) => b.ranked - a.ranked)
  const unit = level?.units.findLast(({ place, isSmall }) => place !== null && !isSmall)
  if (!level || !unit || unit.place?.rank === 1) return undefined
  return { level, unit }
}
