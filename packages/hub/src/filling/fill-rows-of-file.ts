import { inUnit, type RowMeaning } from '@cchc/audit/entered'
import { type FilledReport, folded, type Message, NOT_REPORTED, say, type Text } from '@cchc/domain'
import type { Form, FormCell } from '@cchc/files/fill'
import { type ShownValue, saysTheSame, shownValue } from './shown-value.ts'

interface Place {
  readonly address: string
  readonly label: string
  /** The row of the form that it is; absent = none is known. */
  readonly rowId?: string | undefined
  /** The name of its row, where the label says its column too. */
  readonly row?: string
}

/** What becomes of the figure cell of a row. */
export type FilledPlace = Place &
  (
    | { readonly state: 'filled'; readonly shown: ShownValue }
    | { readonly state: 'kept'; readonly held: string; readonly hub: string | null }
    | { readonly state: 'formula' }
    | {
        readonly state: 'open'
        readonly reason: Text
        readonly unreported: boolean
        /** Nothing tells what the row is, so that somebody could. */
        readonly isUnknown?: true
      }
  )

/**
 * Says for each row of a received form with a place for a figure what goes into it, or why nothing does. `hub` of a kept
 * one is what the hub would print where that says something else. Headings are left out.
 */
export function placesOf(
  meanings: readonly RowMeaning[],
  { form, filled }: { readonly form: Form; readonly filled: FilledReport },
): readonly FilledPlace[] {
  const rows = new Map(filled.rows.map((row) => [row.rowId, row]))
  return meanings.flatMap((meaning) => {
    const { row, templateRow } = meaning
    const { address, label } = row
    if (address === undefined || label === '' || isHeading(templateRow)) return []
    const cell = form.cell(address)
    const own = rows.get(templateRow?.rowId ?? '')
    const told =
      templateRow && own
        ? matched({ ...meaning, templateRow, own, cell })
        : unmatched(meaning, cell)
    return told ? [{ address, label, rowId: templateRow?.rowId, ...told }] : []
  })
}

function isHeading(row: RowMeaning['templateRow']): boolean {
  return row?.rowType === 'group' || row?.rowType === 'heading'
}

type Told = FilledPlace extends infer P ? (P extends Place ? Omit<P, keyof Place> : never) : never

interface Matched extends RowMeaning {
  readonly templateRow: NonNullable<RowMeaning['templateRow']>
  readonly own: FilledReport['rows'][number]
  readonly cell: FormCell
}

function matched(meaning: Matched): Told {
  const { row, own, cell } = meaning
  if (cell.state === 'formula') return { state: 'formula' }
  const stored = Object.values(own.cells)[0] ?? NOT_REPORTED
  const asked = inUnit(stored, unitsOf(meaning))
  const isComparable = asked !== stored || isSameUnit(meaning)
  const shown = shownValue(asked, cell.prints)
  if (cell.state === 'held') return kept(row.value, isComparable ? shown : undefined)
  const reason = isComparable ? closedBy(cell) : otherUnit(meaning)
  if (reason) return open(reason)
  if (shown) return { state: 'filled', shown }
  return { ...open(own.note === '' ? NOBODY : own.note), unreported: true }
}

function unitsOf({ row, templateRow: { unit } }: Matched) {
  return { from: unit, to: row.unit === '' ? unit : row.unit }
}

/** A cell that holds something keeps it; told beside what the hub would print instead. */
export function kept(
  held: string,
  shown: ShownValue | undefined,
): Extract<Told, { state: 'kept' }> {
  const differs = shown && !saysTheSame(held, shown)
  return { state: 'kept', held, hub: differs ? shown.text : null }
}

/** Why a cell stays empty that could be filled. */
export const NOBODY = say('not reported: no portal gives it and nobody has entered it')

/** Why nothing can be put into a cell; undefined = something can. */
export function closedBy({ state, prints }: FormCell): Message | undefined {
  if (state === 'covered') return say('a merged cell stretches over its cell')
  return prints === 'date' ? say('its cell is formatted as a date') : undefined
}

function otherUnit({ row, templateRow }: Matched): Text {
  return say('its unit is {unit}, that of the form {own}', {
    unit: row.unit,
    own: templateRow.unit,
  })
}

function open(reason: Text) {
  return { state: 'open', reason, unreported: false } as const
}

/** Titles and signatures have no place for a figure: no unit, and no code or rows below them. */
function unmatched({ row, repeats }: RowMeaning, { state }: FormCell): Told | undefined {
  if (state === 'formula') return { state }
  const isAsked = row.unit !== '' || (row.segments.length > 0 && row.children.length === 0)
  if (state !== 'empty' || !isAsked) return undefined
  const reason = repeats
    ? say('several rows of the file say the same')
    : say('no row of the form is known by its label or code')
  return { ...open(reason), isUnknown: true }
}

/** Money is converted; of other units only the same one is filled. */
function isSameUnit({ row, templateRow }: Matched): boolean {
  const [own, asked] = [folded(row.unit), folded(templateRow.unit)]
  return own === '' || asked === '' || own === asked
}
