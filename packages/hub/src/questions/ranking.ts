import { DossierStatistics, OrganisationLevel, tt01 } from '@cchc/domain'
import {
  countingRule,
  loadOrganisations,
  measureOf,
  RANKED_MEASURES,
  rankUnits,
} from '@cchc/figures'
import { z } from 'zod'
import { figuresInTree } from '../organisations/in-tree.ts'
import { dossierStatistics, figuresOrigin } from './dossier-statistics.ts'
import { anyway, Named, org, partial, period, Rule, rule, wholeNumber } from './parts.ts'
import { type AnswerOf, defineQuestion } from './question.ts'

const MEASURES = RANKED_MEASURES.map(({ id }) => id)

/** The rates by which units can be put in order, by id, as people call them. */
export const RANKED_BY = RANKED_MEASURES.map(({ id, name }) => ({ id, name }))

const SMALL_BELOW = 30

const Rate = z.object({ numerator: z.int(), denominator: z.int() })

const Unit = Named.extend({
  rate: Rate.nullable().describe('0/0 stays 0/0; null = not known whole'),
  place: z
    .object({
      rank: z.int().describe('1 = the best; equal rates share a place'),
      isTied: z.boolean(),
      betterThan: Rate.describe('How many of the other units of the level are worse'),
    })
    .nullable()
    .describe('null = no rate'),
  isSmall: z.boolean().describe('The rate is of fewer dossiers than smallBelow'),
  similar: z
    .object({ rank: z.int(), units: z.array(z.string()) })
    .nullable()
    .describe('Its place among units of its level with half to twice as many dossiers'),
})

/** Where units stand among those of their level: by one rate, with ties, the median, and those of similar size. */
export const ranking = defineQuestion({
  command: 'stats ranking',
  scope: 'figures:read',
  path: '/v1/statistics/ranking',
  tag: 'Figures',
  takesLong: true,
  about: {
    en: 'rank of units among those of the same level, with ties, median and units of similar size',
    vi: 'xếp hạng đơn vị trong cùng cấp, có đồng hạng, trung vị và nhóm cùng quy mô',
  },
  parameters: z.strictObject({
    org,
    period,
    measure: z
      .enum(MEASURES)
      .optional()
      .meta({
        description: `rate that is compared: ${MEASURES.join(', ')} (${MEASURES[0]} unless told)`,
        vi: `tỷ lệ dùng để so sánh: ${MEASURES.join(', ')} (mặc định ${MEASURES[0]})`,
        placeholder: 'rate',
        wrong: { en: `one of ${MEASURES.join(', ')}`, vi: `một trong: ${MEASURES.join(', ')}` },
      }),
    smallBelow: wholeNumber({ min: 1, max: 100_000 })
      .optional()
      .meta({
        description: `mark rates of fewer dossiers as small (${SMALL_BELOW} unless told)`,
        vi: `đánh dấu tỷ lệ tính trên ít hồ sơ hơn mức này (mặc định ${SMALL_BELOW})`,
        placeholder: 'count',
        wrong: {
          en: 'must be a whole number from 1 to 100000',
          vi: 'phải là số nguyên từ 1 đến 100000',
        },
      }),
    rule,
    ...partial,
    ...anyway,
  }),
  answer: z
    .object({
      rule: Rule,
      measure: z.object({
        id: z.enum(MEASURES),
        name: z.string(),
        best: z.enum(['highest', 'lowest']),
      }),
      smallBelow: z.int(),
      levels: z.array(
        z.object({
          level: OrganisationLevel,
          name: z.string(),
          ranked: z.int().describe('How many units have a place'),
          median: Rate.nullable().describe('Of the rates of those units, exact'),
          units: z.array(Unit).describe('The best first, those without a place last'),
        }),
      ),
      ...figuresOrigin,
    })
    .meta({ id: 'Ranking', description: 'Units by level, each with its place' }),
  async ask(hub, asked) {
    const {
      measure: wished = MEASURES[0] ?? 'onTime',
      smallBelow = SMALL_BELOW,
      ...counted
    } = asked
    const told = await dossierStatistics.ask(hub, { ...counted, by: ['org'] })
    const tree = await loadOrganisations(figuresInTree(hub, asked).store)
    const rows = told.rows.map(({ group, ...row }) => ({
      code: group.org?.code ?? '',
      row: wholeRow(row),
    }))
    const of = countingRule(asked.rule ?? tt01.id)
    const levels = rankUnits(rows, { tree, rule: of, measure: wished, smallBelow })
    const { rule, period, organisation, missing, stated, cautions, findings } = told
    const { id, name, best } = measureOf(wished)
    return {
      ...{ rule, measure: { id, name, best }, smallBelow, levels, period, organisation },
      ...(missing && { missing }),
      ...(stated && { stated }),
      ...(cautions && { cautions }),
      findings,
    }
  },
})

type Row = Pick<AnswerOf<typeof dossierStatistics>['rows'][number], 'statistics' | 'extras'>

/** null where a column is not told. */
function wholeRow({ statistics, extras }: Row) {
  const whole = DossierStatistics.safeParse(statistics)
  return whole.success ? { statistics: whole.data, extras } : null
}
