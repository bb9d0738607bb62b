import { aDossier, isOpen } from './a-dossier.ts'
import { defineEvent } from './define-event.ts'

export const dossierRenumbered = defineEvent({
  name: 'dossier-renumbered',
  sentence: 'A dossier goes on under another number.',
  perYear: 4,
  draw: (random) => ({ share: random.next() }),
  happen({ province, time }, { share }) {
    const dossier = aDossier(province, share, () => true)
    if (!dossier) return
    province.change(dossier, {
      code: `${dossier.organisation.oldCode}-${province.nextId()}R`,
      servedSince: time.now,
      isHidden: dossier.isHidden || !isOpen(dossier),
    })
  },
})
