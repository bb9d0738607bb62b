import {
  type DossierStatistics as Counts,
  DossierStatistics,
  EXTRA_FIGURES,
  type ExtraFigures,
  instantText,
  monthsOf,
  parsePeriod,
  tt01,
} from '@cchc/domain'
import {
  dossierStatistics as count,
  countingRule,
  DIMENSIONS,
  type DimensionId,
  type Gap,
  isHidden,
  loadOrganisations,
  reportedStatistics,
  type Shown,
  type StatedPart,
  type StatisticsQuery,
  type StatisticsResult,
  statedSentences,
} from '@cchc/figures'
import type { Store } from '@cchc/store'
import { z } from 'zod'
import type { HubContext } from '../context.ts'
import { type FiguresInTree, figuresInTree } from '../organisations/in-tree.ts'
import { organisationScope } from '../organisations/organisations.ts'
import { gapsIn, said } from '../periods/coverage.ts'
import { type FrozenScope, readKnown } from '../periods/known-state.ts'
import { ClosedPeriod } from '../periods/shapes.ts'
import { chooseSources } from '../sources/choose-sources.ts'
import { Ministries, ministriesIn } from './ministries.ts'
import {
  anyway,
  cautions,
  Days,
  listOf,
  missing,
  Named,
  NamedOrganisation,
  org,
  partial,
  period,
  Rule,
  ruleOrRules,
  source,
  stated,
  suppressed,
  suppressedOf,
  suppression,
  time,
  wholeNumber,
} from './parts.ts'
import { type AskedOf, defineQuestion } from './question.ts'
import { cautionsOf } from './rule-cautions.ts'
import { topOf } from './top-rows.ts'
import { withoutSmallCounts } from './without-small-counts.ts'

/** What dossier statistics can be split by, as it is typed and sent. */
const BY = DIMENSIONS.map(({ id }) => id)

/** What people call each dimension. */
export const DIMENSION_NAMES = Object.fromEntries(
  DIMENSIONS.map(({ id, name }) => [id, name]),
) as Readonly<Record<DimensionId, string>>

/** Which dossiers, and how they are split. */
export const splitParameters = {
  org,
  period,
  by: listOf(BY)
    .optional()
    .meta({
      description: `split by, with commas: ${BY.join(', ')}`,
      vi: `chia theo, cách nhau bằng dấu phẩy: ${BY.join(', ')}`,
      placeholder: 'groups',
    }),
  top: wholeNumber({ min: 1, max: 1000 })
    .optional()
    .meta({
      description: 'only so many groups, those that received the most; the total is that of all',
      vi: 'chỉ bấy nhiêu nhóm tiếp nhận nhiều nhất; tổng số vẫn của tất cả',
      placeholder: 'count',
      wrong: {
        en: 'must be a whole number from 1 to 1000',
        vi: 'phải là số nguyên từ 1 đến 1000',
      },
    }),
}

/** Which dossiers a row counts. */
export const Group = z.partialRecord(z.enum(BY), Named)

/** The figures of a row. */
export const Figures = z.object({
  statistics: z
    .record(DossierStatistics.keyof(), z.int().nullable())
    .describe('Columns (3)-(13) of Form II.06; null = not reported'),
  extras: z
    .partialRecord(z.enum(EXTRA_FIGURES), z.int())
    .optional()
    .describe('Figures beside the form, under rules that have any; absent with suppressBelow'),
  onTime: z
    .object({ numerator: z.int(), denominator: z.int() })
    .nullable()
    .describe("The rule's rate on time; 0/0 stays 0/0, null = not reported"),
  stated: z
    .array(z.object({ source: z.string(), unit: z.string(), from: z.string(), to: z.string() }))
    .optional()
    .describe('Which sources state it, wholly or in part, of which units and days; absent = none'),
})

/** The same where small counts may be suppressed, and with them the rates that they are part of. */
const TellableFigures = Figures.extend({
  suppressed: suppressedOf([...DossierStatistics.keyof().options, 'onTime']),
})

/** Of what and when figures are. */
export const figuresOrigin = {
  period: Days,
  organisation: NamedOrganisation.nullable(),
  missing,
  stated,
  cautions,
  findings: z.array(z.string()).describe('Identities that the rows break'),
  leftOut: z.int().optional().describe('Groups that top leaves out; the total counts them'),
  treeAt: z
    .string()
    .optional()
    .describe('The day whose organisations these are; absent = the last of the period'),
}

/** Form II.06 of the configured organisation by tt01-2020 unless told otherwise. */
export const dossierStatistics = defineQuestion({
  command: 'stats dossiers',
  scope: 'figures:read',
  forPublic: 'suppressed',
  path: '/v1/statistics/dossiers',
  tag: 'Figures',
  takesLong: true,
  about: {
    en: 'dossiers received, resolved and pending (Form II.06)',
    vi: 'hồ sơ tiếp nhận, đã và đang giải quyết (Biểu số II.06)',
  },
  parameters: z.strictObject({
    ...splitParameters,
    rule: ruleOrRules,
    source,
    ...time,
    ...partial,
    ...anyway,
    ...suppression,
  }),
  answer: z
    .object({
      rule: Rule,
      rows: z.array(TellableFigures.extend({ group: Group })),
      total: TellableFigures,
      ...figuresOrigin,
      suppressed,
      ministries: Ministries.optional(),
      knownAt: z.string().optional().describe('The instant whose knowledge these figures show'),
      closed: ClosedPeriod.optional().describe('The closing that froze these figures'),
    })
    .meta({ id: 'DossierStatistics', description: 'Rows, total and the rule that counted them' }),
  async ask(hub, asked) {
    const inTree = figuresInTree(hub, asked)
    const split = await splitOf(inTree, asked)
    const told = cautionsOf([asked.rule ?? tt01.id], { ...asked, day: split.to })
    return readKnown(inTree.store, asked, frozenScope(inTree, split), async (known) => {
      const { instant, closed, store } = known
      const counted = await count(store, { ...split, rule: asked.rule ?? tt01.id })
      const { rule, from, to, organisation, findings } = counted
      const gaps = await gapsIn(store, { split, counted, now: instant ?? hub.now() })
      const nameOf = await namesOf(store)
      const ministries = await ministriesIn(store, hub, { ...split, rule: rule.id })
      const shown = (own: readonly Gap[]) => ({ gaps: own, partial: asked.partial ?? false })
      const rows = counted.rows.map(({ group, ...row }) => ({
        group,
        ...shownFigures(rule.id, row, shown(gaps.of(group.month?.code))),
        ...statedIn(row.stated),
      }))
      const answer = {
        rule,
        period: { from, to },
        organisation,
        ...topOf(rows, asked.top, ({ statistics }) => statistics.receivedTotal ?? 0),
        total: {
          ...shownFigures(rule.id, totalOf(counted), shown(gaps.all)),
          ...statedIn(counted.totalStated),
        },
        ...said(hub, {
          missing: gaps.told,
          cautions: told,
          stated: statedSentences(counted.totalStated?.sources ?? [], nameOf),
        }),
        findings: findings.map(hub.words),
        ...(instant === undefined ? {} : { knownAt: instantText(instant) }),
        ...(ministries && { ministries }),
        ...(closed && { closed }),
        ...inTree.tree,
      }
      const { suppressBelow: below } = asked
      return below === undefined ? answer : withoutSmallCounts(hub, answer, below)
    })
  },
})

/** A row as it is counted and stated. */
interface ShownRow {
  readonly statistics: Counts
  readonly extras?: ExtraFigures
  readonly stated?: StatedPart
}

function totalOf({ total, totalExtras, totalStated }: StatisticsResult): ShownRow {
  return {
    statistics: total,
    ...(totalExtras && { extras: totalExtras }),
    ...(totalStated && { stated: totalStated }),
  }
}

function statedIn(stated: StatedPart | undefined) {
  return stated && stated.sources.length > 0 ? { stated: [...stated.sources] } : {}
}

async function namesOf(store: Store): Promise<(code: string) => string> {
  const organisations = await loadOrganisations(store)
  return (code) => organisations.describe(code).name
}

/** The figures of a row with their rate, as far as they are known. */
export function shownFigures(
  rule: string,
  { statistics, extras, stated }: ShownRow,
  { gaps, partial: wanted }: Shown,
) {
  const shown = { gaps: [...gaps, ...(stated?.gaps ?? [])], partial: wanted }
  const isKnown = !isHidden(shown, 'resolvedTotal')
  return {
    statistics: reportedStatistics(statistics, shown),
    ...(extras && isKnown && { extras }),
    onTime: isKnown ? countingRule(rule).onTime(statistics) : null,
  }
}

/** The dossiers and the split that are meant. */
export async function splitOf(
  hub: HubContext,
  asked: Pick<AskedOf<typeof dossierStatistics>, 'org' | 'period' | 'by' | 'source'>,
): Promise<Omit<StatisticsQuery, 'rule'>> {
  const named = parsePeriod(asked.period, { day: hub.config.reporting.cutOffDay })
  const { by = [], source: sources } = asked
  const scope = await organisationScope(hub, asked)
  if (sources) chooseSources(hub.config, sources)
  return {
    ...scope,
    from: named.from,
    to: named.to,
    by,
    ...(by.includes('month') ? { months: monthsOf(named) } : {}),
    ...(sources ? { sources } : {}),
  }
}

/** What a closing can have frozen of it. */
export function frozenScope(
  { ownTree }: FiguresInTree,
  { organisation, from, to }: Omit<StatisticsQuery, 'rule'>,
): FrozenScope {
  return { organisation, from, to, ownTree }
}
