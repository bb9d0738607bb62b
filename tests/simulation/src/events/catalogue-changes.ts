import { procedureOf } from '../province-catalogue.ts'
import { defineEvent } from './define-event.ts'

/** A catalogue that shrinks by more than half is refused on purpose. */
const LEAST = 4

export const catalogueChanges = defineEvent({
  name: 'catalogue-changes',
  sentence: 'A procedure is published, or one is withdrawn.',
  perYear: 6,
  draw: (random) => ({ withdrawn: random.chance(0.5), number: random.whole(10, 10_000) }),
  happen({ province }, { withdrawn, number }) {
    const { procedures } = province
    if (withdrawn && procedures.length <= LEAST) return
    province.procedures = withdrawn ? procedures.slice(0, -1) : [...procedures, procedureOf(number)]
    province.catalogueVersion += 1
  },
})
