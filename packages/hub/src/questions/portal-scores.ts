import { instantText, parsePeriod } from '@cchc/domain'
import { portalScores as read, type StatedScoreRow } from '@cchc/figures'
import { z } from 'zod'
import type { HubContext } from '../context.ts'
import { isInTree } from '../organisations/in-tree.ts'
import { organisationScope } from '../organisations/organisations.ts'
import { readKnown } from '../periods/known-state.ts'
import { chooseSources } from '../sources/choose-sources.ts'
import {
  CALENDAR,
  calendarPeriod,
  Days,
  NamedOrganisation,
  org,
  source,
  time,
  words,
} from './parts.ts'
import { defineQuestion } from './question.ts'

/** A score as a portal states it. */
export const ScoreRow = z.object({
  source: z.string(),
  organisation: NamedOrganisation,
  period: Days.extend({ provisional: z.boolean() }),
  measure: z.string().describe("The portal's own name of its figure"),
  name: z.string().nullable().describe('The metric or group as the portal calls it'),
  score: z.number().nullable(),
  maximum: z.number().nullable().describe('null = the portal states none'),
  ratio: z.number().nullable().describe('From 0 to 100, as stated'),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  lost: z.number().nullable().describe('From the score to its maximum'),
  rank: z
    .object({ place: z.int(), of: z.int() })
    .nullable()
    .describe(
      'Among the units of its level that the portal scores and that are there on the last day',
    ),
  quality: z.string().nullable(),
  remark: z.string().nullable(),
  knownFrom: z.string().describe('Since when the hub has known it'),
  findings: z.array(z.string()).describe('What cannot be in what the portal states'),
})

/** A score with its instant and findings in words. */
export function toldScore<Row extends Pick<StatedScoreRow, 'knownFrom' | 'findings'>>(
  hub: Pick<HubContext, 'words'>,
  { findings, knownFrom, ...row }: Row,
) {
  return { ...row, knownFrom: instantText(knownFrom), findings: findings.map(hub.words) }
}

/** Scores that portals state of units (bộ chỉ số 766), never computed here; NotFoundError when none is stated. */
export const portalScores = defineQuestion({
  command: 'stats scores',
  scope: 'figures:read',
  path: '/v1/statistics/scores',
  tag: 'Figures',
  takesLong: true,
  about: {
    en: 'scores that the national portal states of units (QĐ 766), as stated',
    vi: 'điểm các chỉ số do cổng quốc gia công bố (bộ chỉ số 766), đúng như công bố',
  },
  parameters: z.strictObject({
    period: calendarPeriod,
    org,
    measure: words.meta({
      description:
        "only figures whose name begins so, such as transparency (the portal's own names)",
      vi: 'chỉ các chỉ số có tên bắt đầu như vậy, ví dụ transparency (tên của cổng)',
      placeholder: 'text',
    }),
    source,
    asKnownAt: time.asKnownAt,
  }),
  answer: z
    .object({
      period: Days,
      organisation: NamedOrganisation.nullable(),
      rows: z.array(ScoreRow),
      knownAt: z.string().optional().describe('The instant whose knowledge these scores show'),
    })
    .meta({ id: 'PortalScores', description: 'Scores as stated, with what cannot be in them' }),
  async ask(hub, asked) {
    const { from, to } = parsePeriod(asked.period, CALENDAR)
    const { organisation } = await organisationScope(hub, asked)
    const sources = chooseSources(hub.config, asked.source).map(({ id }) => id)
    const isThere = isInTree(hub.config)
    const query = { sources, organisation, from, to, measure: asked.measure, isThere }
    const timeAsked = { asKnownAt: asked.asKnownAt, current: true }
    return readKnown(hub.store, timeAsked, { from, to }, async ({ store, instant }) => {
      const { organisation: named, rows } = await read(store, query)
      return {
        period: { from, to },
        organisation: named,
        rows: rows.map((row) => toldScore(hub, row)),
        ...(instant === undefined ? {} : { knownAt: instantText(instant) }),
      }
    })
  },
})
