import { wholeSecond } from '../province.ts'
import { aDossier } from './a-dossier.ts'
import { defineEvent } from './define-event.ts'

export const resultReturned = defineEvent({
  name: 'result-returned',
  sentence: 'The citizen fetches the result of a finished dossier.',
  perYear: 30,
  draw: (random) => ({ share: random.next() }),
  happen({ province, time }, { share }) {
    const dossier = aDossier(province, share, ({ status }) => status === 'releasing')
    if (dossier) province.change(dossier, { status: 'done', finishedAt: wholeSecond(time.now) })
  },
})
