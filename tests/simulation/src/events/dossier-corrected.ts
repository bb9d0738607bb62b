import { DAY_MS } from '../year.ts'
import { aDossier, isOpen } from './a-dossier.ts'
import { defineEvent } from './define-event.ts'

export const dossierCorrected = defineEvent({
  name: 'dossier-corrected',
  sentence:
    'An official corrects a closed dossier: another end, another term, or it is opened again.',
  perYear: 10,
  draw: (random) => ({
    share: random.next(),
    days: random.whole(-5, 5),
    kind: random.pick(['end', 'due', 'open'] as const),
  }),
  happen({ province }, { share, days, kind }) {
    const dossier = aDossier(province, share, (one) => !isOpen(one))
    if (!dossier) return
    const { releasedAt, receivedAt, dueAt } = dossier
    if (kind === 'open') {
      province.change(dossier, { status: 'processing', releasedAt: null, finishedAt: null })
      return
    }
    const moved = (instant: number | null) =>
      instant === null ? null : Math.max(receivedAt, instant + days * DAY_MS)
    const changed = kind === 'end' ? { releasedAt: moved(releasedAt) } : { dueAt: moved(dueAt) }
    province.change(dossier, { ...changed, isHidden: true })
  },
})
