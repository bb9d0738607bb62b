import { type Fault, type Message, type QuantityKind, say } from '@cchc/domain'
import { additionFault, KIND_WORDS } from '@cchc/figures'
import type { Generator } from '../generated/define-generator.ts'
import type { TemplateParts } from './template-parts.ts'

/** What is wrong with the columns that a form adds up; kinds are known where a generator makes its rows. */
export function columnFaults(
  { columns }: TemplateParts,
  generator: Generator | undefined,
): Fault[] {
  const known = new Set(columns.map(({ value }) => value.key))
  return columns.flatMap(({ path, value: { key, sumOf = [] } }) => {
    const missing = sumOf
      .filter((part) => !known.has(part))
      .map((part) => say('there is no column {part}', { part }))
    const added = sumOf.length === 0 ? [] : sumFaults(generator, key, sumOf)
    return [...missing, ...added].map((message) => ({ path: `${path}.sumOf`, message }))
  })
}

function sumFaults(
  generator: Generator | undefined,
  key: string,
  sumOf: readonly string[],
): Message[] {
  if (isOfTheForm(generator, key, sumOf)) return []
  const mixed = additionFault(sumOf.map((name) => ({ name, kind: kindOf(generator, name) })))
  if (mixed !== undefined) return [mixed]
  const [kind] = sumOf.flatMap((part) => kindOf(generator, part) ?? [])
  const own = kindOf(generator, key)
  if (own === null || kind === undefined || kind === own) return []
  const words = { own: KIND_WORDS[own], kind: KIND_WORDS[kind] }
  return [say('the column is a {own}, but its parts are each a {kind}', words)]
}

/** Whether the official form itself adds up these columns, whatever they are. */
function isOfTheForm(
  generator: Generator | undefined,
  key: string,
  sumOf: readonly string[],
): boolean {
  const { sums = [] } = generator?.columns.find((column) => column.key === key) ?? {}
  return sums.some((parts) => parts.toSorted().join() === sumOf.toSorted().join())
}

/** What may be added to a column; null where the rows of the form decide it. */
export function kindOf(generator: Generator | undefined, key: string): QuantityKind | null {
  return generator?.columns.find((column) => column.key === key)?.kind ?? null
}
