import { DAY_MS, YEAR_BEGINS, YEAR_MS } from '../calendar.ts'
import { aDossier, isOpen } from './a-dossier.ts'
import { defineEvent } from './define-event.ts'

interface Correction {
  readonly share: number
  readonly days: number
  readonly kind: 'end' | 'due' | 'open'
  /** An end may also come to lie before the first day that is read; never drawn. */
  readonly mayLeave?: boolean
}

export const dossierCorrected = defineEvent<Correction>({
  name: 'dossier-corrected',
  sentence:
    'An official corrects a closed dossier: another end, another term, or it is opened again.',
  perYear: 10,
  draw: (random) => ({
    share: random.next(),
    days: random.whole(-5, 5),
    kind: random.pick(['end', 'due', 'open']),
  }),
  happen({ province }, { share, days, kind, mayLeave = false }) {
    const dossier = aDossier(province, share, (one) => !isOpen(one))
    if (!dossier) return
    const { releasedAt, receivedAt, dueAt } = dossier
    if (kind === 'open') {
      province.change(dossier, { status: 'processing', releasedAt: null, finishedAt: null })
      return
    }
    const first = mayLeave ? receivedAt : Math.max(receivedAt, YEAR_BEGINS)
    const moved = (instant: number | null, last: number) =>
      instant === null ? null : Math.min(last, Math.max(first, instant + days * DAY_MS))
    const changed =
      kind === 'end'
        ? { releasedAt: moved(releasedAt, YEAR_BEGINS + YEAR_MS) }
        : { dueAt: moved(dueAt, Number.POSITIVE_INFINITY) }
    province.change(dossier, { ...changed, isHidden: true })
  },
})
