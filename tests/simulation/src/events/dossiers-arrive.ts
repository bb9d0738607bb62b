import { DAY_MS } from '../calendar.ts'
import { type LivingDossier, wholeSecond } from '../province.ts'
import { OFFICES } from '../province-catalogue.ts'
import { defineEvent } from './define-event.ts'

const HOUR_MS = 3_600_000

export const dossiersArrive = defineEvent({
  name: 'dossiers-arrive',
  sentence: 'Citizens hand in dossiers; some are entered days later than they were received.',
  perYear: 45,
  draw: (random) => ({
    daysLate: random.chance(0.2) ? random.whole(1, 5) : 0,
    office: random.whole(0, OFFICES.length - 1),
    procedure: random.whole(0, 5),
    channel: random.pick(['online', 'direct', 'postal'] as const),
    termDays: random.chance(0.1) ? null : random.whole(0, 25),
    count: random.pick([1, 1, 1, 2, 4]),
  }),
  happen({ province, time }, { daysLate, office, procedure: number, channel, termDays, count }) {
    const organisation = OFFICES[office]
    const procedure = province.procedures[number % province.procedures.length]
    if (!organisation || !procedure) return
    for (let copy = 0; copy < count; copy += 1) {
      const id = province.nextId()
      const receivedAt = wholeSecond(time.now - daysLate * DAY_MS) - copy * 1000
      province.add({
        ...NEW,
        id,
        code: `${organisation.oldCode}-${id}`,
        procedure,
        organisation,
        channel,
        receivedAt,
        dueAt: termDays === null ? null : receivedAt + termDays * DAY_MS + HOUR_MS,
        modifiedAt: wholeSecond(time.now),
        servedSince: time.now,
        changedAt: time.now,
      })
    }
  },
})

const NEW: Pick<
  LivingDossier,
  'releasedAt' | 'finishedAt' | 'status' | 'supplementAt' | 'serviceLevel' | 'isHidden'
> = {
  releasedAt: null,
  finishedAt: null,
  status: 'processing',
  supplementAt: null,
  serviceLevel: 3,
  isHidden: false,
}
