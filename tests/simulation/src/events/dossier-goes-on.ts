import { wholeSecond } from '../province.ts'
import { aDossier, isOpen } from './a-dossier.ts'
import { defineEvent } from './define-event.ts'

const STEPS = [
  'processing',
  'waiting',
  'interoperating',
  'releasing',
  'cancelled',
  'denied',
] as const

export const dossierGoesOn = defineEvent({
  name: 'dossier-goes-on',
  sentence: 'An open dossier waits, goes to another agency, is finished, withdrawn or refused.',
  perYear: 80,
  draw: (random) => ({
    share: random.next(),
    step: random.pick([...STEPS, 'releasing', 'releasing', 'unresolved'] as const),
  }),
  happen({ province, time }, { share, step }) {
    const dossier = aDossier(province, share, isOpen)
    if (!dossier) return
    const now = wholeSecond(time.now)
    const hasEnded = step === 'releasing' || step === 'cancelled' || step === 'unresolved'
    province.change(dossier, {
      status: step,
      supplementAt: step === 'waiting' ? now : dossier.supplementAt,
      releasedAt: hasEnded ? Math.max(now, dossier.receivedAt) : null,
    })
  },
})
