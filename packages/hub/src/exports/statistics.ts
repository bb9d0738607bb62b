import { DossierStatistics, instantText, type StatisticsColumn } from '@cchc/domain'
import { DIMENSIONS, type DimensionId } from '@cchc/figures'
import { z } from 'zod'
import { atInstant } from '../periods/known-state.ts'
import { dossierStatistics } from '../questions/dossier-statistics.ts'
import type { AnswerOf } from '../questions/question.ts'
import { defineExport } from './export.ts'

const Text = z.string().nullable()
const Count = z.int().nullable()

const COLUMNS = DossierStatistics.keyof().options

/** What a row is of, by code and name; null = it is not split by that. */
const Group = z.object(columnsOf(Text))

function columnsOf<S extends z.ZodType>(schema: S) {
  const names = DIMENSIONS.flatMap(({ id }) => [
    [id, schema] as const,
    [nameOf(id), schema] as const,
  ])
  return Object.fromEntries(names) as Record<DimensionId | `${DimensionId}Name`, S>
}

function nameOf(id: DimensionId): `${DimensionId}Name` {
  return `${id}Name`
}

const Columns = z.object(
  Object.fromEntries(COLUMNS.map((column) => [column, Count])) as Record<
    StatisticsColumn,
    typeof Count
  >,
)

const StatisticsRow = Group.extend({
  ...Columns.shape,
  onTimeNumerator: Count.describe("Of the rule's rate on time; null = not reported"),
  onTimeDenominator: Count,
  organisation: Text.describe('The organisation that was asked for, with all below it; null = all'),
  from: z.string(),
  to: z.string(),
  rule: z.string(),
  stated: z.array(z.string()).describe('Sources that state it, wholly or in part'),
}).meta({ id: 'StatisticsRow' })

const { top: _top, suppressBelow: _below, ...parameters } = dossierStatistics.parameters.shape

/** The rows of dossier statistics without their total, which is the one row where nothing splits them; null is never zero. */
export const exportStatistics = defineExport({
  command: 'export statistics',
  scope: 'figures:read',
  path: '/v1/exports/statistics',
  tag: 'Exports',
  about: {
    en: 'dossier statistics (Form II.06), a line for each group',
    vi: 'thống kê hồ sơ (Biểu số II.06), mỗi nhóm một dòng',
  },
  parameters: z.strictObject(parameters),
  answer: StatisticsRow,
  async open(hub, asked) {
    const { answer, instant } = await atInstant(
      hub.store,
      asked.asKnownAt,
      async (store, instant) => {
        const told = await dossierStatistics.ask({ ...hub, store }, asked)
        return { answer: dossierStatistics.answer.parse(told), instant }
      },
    )
    const { closed, missing } = answer
    return {
      facts: () => ({
        knownAt: answer.knownAt ?? instantText(instant),
        ...(closed && { closedBy: closed.by }),
        ...(missing && { missing }),
      }),
      batches: rowsOf(answer, asked.by ?? []),
    }
  },
})

type Answer = AnswerOf<typeof dossierStatistics>

async function* rowsOf({ rows, total, ...about }: Answer, by: readonly DimensionId[]) {
  const shown = by.length === 0 ? [{ group: {}, ...total }] : rows
  yield shown.map((row) => rowOf(row, about))
}

function rowOf(
  { group, statistics, onTime, stated = [] }: Answer['rows'][number],
  { period, organisation, rule }: Omit<Answer, 'rows' | 'total'>,
): z.input<typeof StatisticsRow> {
  const of = DIMENSIONS.flatMap(({ id }) => [
    [id, group[id]?.code ?? null],
    [nameOf(id), group[id]?.name ?? null],
  ])
  return {
    ...Group.parse(Object.fromEntries(of)),
    ...Columns.parse(statistics),
    onTimeNumerator: onTime?.numerator ?? null,
    onTimeDenominator: onTime?.denominator ?? null,
    organisation: organisation?.code ?? null,
    from: period.from,
    to: period.to,
    rule: `${rule.id} v${rule.version}`,
    stated: [...new Set(stated.map(({ source }) => source))],
  }
}
