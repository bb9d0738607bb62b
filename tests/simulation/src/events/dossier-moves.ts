import { OFFICES } from '../province-catalogue.ts'
import { aDossier, isOpen } from './a-dossier.ts'
import { defineEvent } from './define-event.ts'

export const dossierMoves = defineEvent({
  name: 'dossier-moves',
  sentence:
    'A dossier is handed over to another office; once it is closed, only a whole pass finds that.',
  perYear: 10,
  draw: (random) => ({ share: random.next(), office: random.whole(0, OFFICES.length - 1) }),
  happen({ province }, { share, office }) {
    const dossier = aDossier(province, share, () => true)
    const organisation = OFFICES[office]
    if (!dossier || !organisation) return
    province.change(dossier, { organisation, isHidden: dossier.isHidden || !isOpen(dossier) })
  },
})
