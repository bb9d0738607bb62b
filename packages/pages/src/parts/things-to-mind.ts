import { dossierStatistics } from '@cchc/hub/questions/dossier-statistics'
import { due } from '@cchc/hub/questions/due'
import type { AnswerOf } from '@cchc/hub/questions/question'
import { type RANKED_BY, ranking } from '@cchc/hub/questions/ranking'
import type { Ask } from '../ask.ts'
import { askedOf, type Chosen } from '../chosen.ts'
import { type Html, html, NOTHING, named } from '../html.ts'
import { linkTo, PATHS } from '../links.ts'
import { printedCount, printedDay, printedRate } from '../printed.ts'
import { explainedBy } from './explained-by.ts'
import { figure } from './figure.ts'

interface Looking {
  readonly ask: Ask
  readonly chosen: Chosen
  /** The last day that is looked at. */
  readonly day: string
}

/** What a leader has to know of a period, each with its cause; what cannot be known is not among them. */
export async function thingsToMind(looking: Looking): Promise<readonly Html[]> {
  const found = await Promise.all([
    mostOverdue(looking),
    lowest(looking, 'onTime'),
    lowest(looking, 'receivedOnline'),
  ])
  return found.filter((one) => one !== undefined)
}

/** Who has most dossiers overdue, in which procedure, and since when. */
async function mostOverdue({ ask, chosen, day }: Looking): Promise<Html | undefined> {
  const { org, rule } = chosen
  const asked = { day, most: 1, kind: 'overdue', ...(rule !== undefined && { rule }) } as const
  const { overdue, units, procedures, items } = await ask(due, {
    ...asked,
    ...(org !== undefined && { org }),
  })
  const [unit] = units
  const [first] = items
  const procedure = procedures.find((one) => one.overdue > 0)
  if (!overdue || !unit || !first) return undefined
  const all = linkTo(PATHS.due, { org, day, rule, kind: 'overdue' })
  const own = linkTo(PATHS.due, { org: unit.code, day, rule, kind: 'overdue' })
  return html`<strong><a href="${all}">${printedCount(overdue)}</a> hồ sơ đang quá hạn</strong>, nhiều nhất ở ${named(unit.name)} (<a href="${own}">${printedCount(unit.overdue)}</a>). Nguyên nhân: ${procedure ? html`nhiều nhất ở thủ tục ${named(procedure.name)} (${printedCount(procedure.overdue)} hồ sơ); ` : NOTHING}hồ sơ lâu nhất hẹn trả ngày ${printedDay(first.dueOn)}, đã quá ${printedCount(first.daysLate)} ngày.`
}

type Measure = (typeof RANKED_BY)[number]['id']
type Level = AnswerOf<typeof ranking>['levels'][number]
type Unit = Level['units'][number]

interface Last {
  readonly level: Level
  readonly unit: Unit
}

const WORDS = {
  onTime: {
    what: 'giải quyết đúng hạn thấp nhất',
    column: 'resolvedLate',
    cause: 'hồ sơ giải quyết quá hạn',
  },
  receivedOnline: {
    what: 'tiếp nhận trực tuyến thấp nhất',
    column: 'receivedDirectPost',
    cause: 'hồ sơ tiếp nhận trực tiếp, qua bưu chính',
  },
} as const

/** Which unit is last by a rate, among which, and in which field that comes about. */
async function lowest(
  { ask, chosen }: Looking,
  measure: keyof typeof WORDS & Measure,
): Promise<Html | undefined> {
  const { levels } = await ask(ranking, { ...askedOf(chosen), measure })
  const last = lastOf(levels)
  if (!last) return undefined
  const { level, unit } = last
  const { what, column, cause } = WORDS[measure]
  const codes = levels.flatMap(({ units }) => units.map(({ code }) => code))
  const own = explainedBy(unit.code, { chosen, codes })
  const why = own.org === unit.code ? await whyOf({ ask, own, column, cause }) : NOTHING
  const rank = linkTo(PATHS.ranking, { ...chosen, measure, unit: unit.code })
  return html`<strong>${named(unit.name)}: ${what}</strong>, ${figure(printedRate(unit.rate), measure, own)} (<a href="${rank}">hạng ${String(unit.place?.rank ?? '')}/${String(level.ranked)}</a> trong ${level.name}, trung vị ${printedRate(level.median)}).${why}`
}

interface Cause {
  readonly ask: Ask
  readonly own: Chosen
  readonly column: (typeof WORDS)[keyof typeof WORDS]['column']
  readonly cause: string
}

/** In which field most of what lowers a rate lies. */
async function whyOf({ ask, own, column, cause }: Cause): Promise<Html> {
  const { rows } = await ask(dossierStatistics, { ...askedOf(own), by: ['field'] })
  const [most] = rows.toSorted((a, b) => countOf(b, column) - countOf(a, column))
  if (!most || countOf(most, column) === 0) return NOTHING
  const { org, period, rule, partial } = own
  const fields = linkTo(PATHS.split, { by: 'field', org, period, rule, partial })
  return html` Nguyên nhân: <a href="${fields}">${printedCount(countOf(most, column))}</a> ${cause} ở lĩnh vực ${named(most.group.field?.name ?? 'không nêu')}.`
}

type Row = Pick<AnswerOf<typeof dossierStatistics>['rows'][number], 'statistics'>

function countOf({ statistics }: Row, column: 'resolvedLate' | 'receivedDirectPost'): number {
  return statistics[column] ?? 0
}

/** The last of the level with most units, whose rate is of enough dossiers and is not that of all. */
function lastOf(levels: readonly Level[]): Last | undefined {
  const [level] = levels.toSorted((a, b) => b.ranked - a.ranked)
  const unit = level?.units.findLast(({ place, isSmall }) => place !== null && !isSmall)
  if (!level || !unit || unit.place?.rank === 1) return undefined
  return { level, unit }
}
