import { DAY_MS } from '../calendar.ts'
import { aDossier, isOpen } from './a-dossier.ts'
import { defineEvent } from './define-event.ts'

export const dossierDatedAhead = defineEvent({
  name: 'dossier-dated-ahead',
  sentence: 'The portal says of a dossier that it was changed years from now.',
  perYear: 4,
  draw: (random) => ({ share: random.next(), days: random.pick([2, 400, 4000]) }),
  happen({ province }, { share, days }) {
    const dossier = aDossier(province, share, isOpen)
    if (dossier) province.change(dossier, { modifiedAt: dossier.modifiedAt + days * DAY_MS })
  },
})
