import { aDossier } from './a-dossier.ts'
import { defineEvent } from './define-event.ts'

export const dossierVanishes = defineEvent({
  name: 'dossier-vanishes',
  sentence: 'A dossier is deleted at the portal, perhaps between two pages.',
  perYear: 5,
  draw: (random) => ({ share: random.next() }),
  happen({ province }, { share }) {
    const dossier = aDossier(province, share, () => true)
    if (dossier) province.remove(dossier)
  },
})
