import { parsePeriod, say } from '@cchc/domain'
import { serviceIndex as read } from '@cchc/figures'
import { z } from 'zod'
import { isInTree } from '../organisations/in-tree.ts'
import { organisationText, requireOrganisation } from '../organisations/organisations.ts'
import { chooseSources } from '../sources/choose-sources.ts'
import { ministriesOf } from '../sources/ministries.ts'
import { CALENDAR, calendarPeriod, Days, missing, NamedOrganisation, org, source } from './parts.ts'
import { ScoreRow, toldScore } from './portal-scores.ts'
import { defineQuestion } from './question.ts'
import { comparisonsOf, dossiersMissing, ReconcileLine } from './reconciliation.ts'

const Row = ScoreRow.extend({
  toWin: z
    .object({
      more: z
        .int()
        .describe('How many more of the denominator would bring the score to its maximum'),
      pointsEach: z.number().describe('What each of them is worth'),
    })
    .nullable()
    .describe('null = nothing is lost, or the score does not follow from the share alone'),
  counted: z
    .array(ReconcileLine)
    .describe("The hub's own counts of numerator and denominator, where it counts them"),
})

/** The index of one organisation (QĐ 766/QĐ-TTg) as portals state it; NotFoundError when none is stated. */
export const serviceIndex = defineQuestion({
  command: 'service-index',
  scope: 'figures:read',
  path: '/v1/service-index',
  tag: 'Figures',
  takesLong: true,
  about: {
    en: 'the service index (QĐ 766) of an organisation as the national portal states it: points lost and what would win them back, rank, our own count',
    vi: 'bộ chỉ số 766 của đơn vị theo công bố của cổng quốc gia: điểm mất và cần bao nhiêu hồ sơ để lấy lại, thứ hạng, số hệ thống tự đếm',
  },
  parameters: z.strictObject({ period: calendarPeriod, org, source }),
  answer: z
    .object({ period: Days, organisation: NamedOrganisation, rows: z.array(Row), missing })
    .meta({
      id: 'ServiceIndex',
      description: 'Scores as stated, what they lack, and our own count',
    }),
  async ask(hub, asked) {
    const { from, to } = parsePeriod(asked.period, CALENDAR)
    const organisation = await requireOrganisation(
      hub.store,
      organisationText(hub, asked, say('An index needs an organisation.')),
    )
    const comparisons = comparisonsOf(chooseSources(hub.config, asked.source))
    const ministries = ministriesOf(hub.config.sources)
    const isThere = isInTree(hub.config)
    const query = { organisation, from, to, comparisons, ministries, isThere }
    const { rows, organisation: named } = await read(hub.store, query)
    return {
      period: { from, to },
      organisation: named,
      rows: rows.map((row) => toldScore(hub, row)),
      ...(await dossiersMissing(hub, { from, to })),
    }
  },
})
