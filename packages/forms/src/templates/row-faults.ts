import { type Fault, say } from '@cchc/domain'
import { additionFault, figureFaults } from '@cchc/figures'
import type { RowKinds } from './row-kinds.ts'
import type { BoundRow, Placed } from './template-parts.ts'

/** What is wrong with where the rows of a form get their figures: names, parameters, rows, and what they add up. */
export function rowFaults(rows: readonly Placed<BoundRow>[], kinds: RowKinds): Fault[] {
  return [
    ...repeatedIds(rows),
    ...rows.flatMap(({ path, value }) =>
      bindingFaults(value, kinds).map((fault) => ({
        path: `${path}.binding.${fault.path}`,
        message: fault.message,
      })),
    ),
  ]
}

function repeatedIds(rows: readonly Placed<BoundRow>[]): Fault[] {
  const byId = Map.groupBy(rows, ({ value }) => value.rowId)
  return [...byId].flatMap(([id, [, ...others]]) =>
    others.map(({ path }) => ({
      path: `${path}.rowId`,
      message: say('another row is called {id}', { id }),
    })),
  )
}

function bindingFaults({ rowId, binding }: BoundRow, kinds: RowKinds): Fault[] {
  if (binding?.kind === 'figure') return figureFaults(binding)
  if (kinds.isCircular(rowId)) return [{ path: 'kind', message: say('is computed from itself') }]
  if (binding?.kind === 'sum') {
    const message = additionFault(binding.rows.map((name) => ({ name, kind: kinds.of(name) })))
    const missing = binding.rows.flatMap((id) => missingFaults('rows', id, kinds))
    return message === undefined ? missing : [...missing, { path: 'rows', message }]
  }
  if (binding?.kind !== 'quotient') return []
  return (['numerator', 'denominator'] as const).flatMap((path) => {
    const id = binding[path]
    const message = say('{row} is a ratio, which cannot be divided', { row: id })
    return kinds.of(id) === 'ratio' ? [{ path, message }] : missingFaults(path, id, kinds)
  })
}

function missingFaults(path: string, id: string, kinds: RowKinds): Fault[] {
  return kinds.has(id) ? [] : [{ path, message: say('there is no row {id}', { id }) }]
}
