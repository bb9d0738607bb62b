import { type Fault, type Message, say } from '@cchc/domain'
import { additionFault } from '@cchc/figures'
import type { Generator } from '../generated/define-generator.ts'
import { kindOf } from './column-faults.ts'
import { type Place, placesIn } from './places.ts'
import type { TemplateParts } from './template-parts.ts'

const WORDS = ['agency', 'period', 'days']

/**
 * What is wrong with the places to fill in a form's sentences. Rows of generated forms are known only once they are
 * filled, but for the total.
 */
export function sentenceFaults(
  { texts, rows, isList }: TemplateParts,
  generator: Generator | undefined,
): Fault[] {
  const fixed = isList ? rows.map(({ value }) => value.rowId) : ['total']
  const known = new Set([...WORDS, ...fixed])
  return texts.flatMap(({ path, value }) =>
    placesIn(value).flatMap((place) => [
      ...(known.has(place.rowId) ? [] : [{ path, message: noPlace(place) }]),
      ...addedFaults(place, generator).map((message) => ({ path, message })),
    ]),
  )
}

function noPlace({ rowId }: Place): Message {
  return say('a sentence has a place for {row}, which does not exist', { row: `{${rowId}}` })
}

function addedFaults({ above, below }: Place, generator: Generator | undefined): Message[] {
  return [above, below].flatMap((columns) => {
    const addends = columns.map((name) => ({ name, kind: kindOf(generator, name) }))
    return (columns.length > 1 && additionFault(addends)) || []
  })
}
