import { folded, NotFoundError, say, UsageError } from '@cchc/domain'
import type { OriginRow } from '@cchc/forms'
import { didYouMean, nearest, quoted } from '../near.ts'

type Test = (row: OriginRow, text: string) => boolean

const LEAST_OF_A_LABEL = 3

/** How people name a row, the surest first. */
const TESTS: readonly Test[] = [
  (row, text) => row.rowId === text || row.indicatorId === text,
  (row, text) => row.code !== '' && plainCode(row.code) === plainCode(text),
  (row, text) => folded(row.label) === folded(text),
  (row, text) => text.length >= LEAST_OF_A_LABEL && folded(row.label).includes(folded(text)),
]

/** The rows that a text can mean: by row id or indicator, by printed code, by label, by a part of it. */
export function meantRows<R extends OriginRow>(rows: readonly R[], text: string): readonly R[] {
  for (const test of TESTS) {
    const meant = rows.filter((row) => test(row, text.trim()))
    if (meant.length > 0) return meant
  }
  return []
}

/** The one row that a text means; throws UsageError where it can be several, NotFoundError with near names otherwise. */
export function meantRow(rows: readonly OriginRow[], text: string): OriginRow {
  const [row, ...others] = meantRows(rows, text)
  if (!row) throw unknownRow(rows, text)
  if (others.length === 0) return row
  const shown = [row, ...others].slice(0, 6).map(rowText).join('; ')
  const count = others.length + 1
  throw new UsageError(say('{text} can be {count} rows.', { text: quoted(text, 80), count }), {
    fix: say('Name one by its row id: {rows}', { rows: `${shown}${count > 6 ? ' …' : ''}` }),
    faults: [{ path: 'indicator', message: say('is the name of several rows') }],
  })
}

/** What was probably meant by a text that names no row. */
export function unknownRow(rows: readonly OriginRow[], text: string): NotFoundError {
  const byName = new Map(
    rows.flatMap((row) =>
      [row.rowId, row.indicatorId ?? row.rowId, row.label].map((n) => [n, row]),
    ),
  )
  const near = nearest(text, [...byName.keys()]).flatMap((name) => byName.get(name) ?? [])
  const meant = didYouMean([...new Set(near)].map(rowText))
  return new NotFoundError(say('No row is called {text}.', { text: quoted(text, 80) }), {
    fix: meant ?? say('Give a row id, printed code, indicator or label.'),
  })
}

function rowText({ rowId, label }: OriginRow): string {
  const words = label.length > 60 ? `${label.slice(0, 60)}…` : label
  return `${rowId} (${words})`
}

function plainCode(code: string): string {
  return code.replace(/\s/g, '').replace(/\.$/, '')
}
