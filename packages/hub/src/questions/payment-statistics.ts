import { instantText, parsePeriod, printDay, say } from '@cchc/domain'
import { loadOrganisations, paymentShares } from '@cchc/figures'
import { z } from 'zod'
import { organisationText, requireOrganisation } from '../organisations/organisations.ts'
import { readKnown } from '../periods/known-state.ts'
import {
  CALENDAR,
  calendarPeriod,
  Days,
  missing,
  NamedOrganisation,
  org,
  suppressed,
  suppressedOf,
  suppression,
  time,
} from './parts.ts'
import { defineQuestion } from './question.ts'
import { PAYMENT_VALUES, withoutSmallPayments } from './without-small-payments.ts'

const Count = z.int().nullable()

const Row = z.object({
  source: z.string(),
  due: Count.describe('Dossiers that have to be paid for; null = not stated for all days'),
  paidOnline: Count.describe('Dossiers that were paid online; null = not stated for all days'),
  amountOnline: Count.describe('What was paid online, in đồng; null = not stated for all days'),
  share: z
    .object({ numerator: z.int(), denominator: z.int() })
    .nullable()
    .describe(
      'Paid online of those that have to be paid for; null = the source does not state both',
    ),
  suppressed: suppressedOf(PAYMENT_VALUES),
  provisional: z.boolean().describe('Days of the period were not over'),
})

/** What sources state of online payments; nothing is added over sources, and what none states is never zero. */
export const paymentStatistics = defineQuestion({
  command: 'stats payments',
  scope: 'figures:read',
  forPublic: 'suppressed',
  path: '/v1/statistics/payments',
  tag: 'Figures',
  takesLong: true,
  about: {
    en: 'dossiers that were paid online, of those that have to be paid for, as sources state them',
    vi: 'hồ sơ thanh toán trực tuyến trên số hồ sơ có nghĩa vụ tài chính, theo số liệu của các nguồn',
  },
  parameters: z.strictObject({
    period: calendarPeriod,
    org,
    asKnownAt: time.asKnownAt,
    ...suppression,
  }),
  answer: z
    .object({
      period: Days,
      organisation: NamedOrganisation,
      rows: z.array(Row),
      missing,
      suppressed,
      knownAt: z.string().optional().describe('The instant whose knowledge these counts show'),
    })
    .meta({ id: 'PaymentStatistics', description: 'Online payments by source, as stated' }),
  async ask(hub, asked) {
    const text = organisationText(hub, asked, say('A figure needs an organisation.'))
    const code = await requireOrganisation(hub.store, text)
    const period = parsePeriod(asked.period, CALENDAR)
    const { from, to } = period
    const timeAsked = { asKnownAt: asked.asKnownAt, current: true }
    return readKnown(hub.store, timeAsked, { from, to }, async ({ store, instant }) => {
      const organisations = await loadOrganisations(store)
      const organisation = organisations.require(code)
      const shares = await paymentShares({ store, period, organisation, names: { organisations } })
      const days = { from: printDay(from), to: printDay(to), organisation: organisation.name }
      const lacks = say(
        'No source states payments of {organisation} for all days from {from} to {to}.',
        days,
      )
      const { suppressBelow: below } = asked
      const rows = shares.map(({ source, counts, paidOnline: share, provisional }) => {
        return { source, ...counts, share, provisional }
      })
      return {
        period: { from, to },
        organisation,
        ...(below === undefined ? { rows } : withoutSmallPayments(rows, below)),
        ...(shares.length === 0 && { missing: [hub.words(lacks)] }),
        ...(instant === undefined ? {} : { knownAt: instantText(instant) }),
      }
    })
  },
})
