import { hiddenCells } from '../suppression/hidden-cells.ts'

interface Payments {
  readonly due: number | null
  readonly paidOnline: number | null
  readonly amountOnline: number | null
  readonly share: { readonly numerator: number; readonly denominator: number } | null
}

/** What of them can be suppressed. */
export const PAYMENT_VALUES = ['due', 'paidOnline', 'amountOnline', 'share'] as const

const [DUE, PAID, UNPAID] = [0, 1, 2]

/** Which cells hide each of them. */
const CELLS = { due: [DUE], paidOnline: [PAID], amountOnline: [PAID], share: [DUE, PAID] } as const

/**
 * What sources state of payments without small counts: neither those that were paid, nor those that were not, which follow
 * from both. What was paid goes with its count.
 */
export function withoutSmallPayments<Row extends Payments>(rows: readonly Row[], below: number) {
  const shown = rows.map((row) => {
    const hidden = hiddenOf(row, below)
    const suppressed = PAYMENT_VALUES.filter(
      (name) => row[name] !== null && CELLS[name].some((cell) => hidden.has(cell)),
    )
    const told = Object.fromEntries(suppressed.map((name) => [name, null]))
    return { ...row, ...told, ...(suppressed.length > 0 && { suppressed }) }
  })
  const cells = shown.flatMap(({ suppressed = [] }) => suppressed).length
  return { rows: shown, suppressed: { below, cells } }
}

function hiddenOf({ due, paidOnline }: Payments, below: number): ReadonlySet<number> {
  const unpaid = due === null || paidOnline === null ? null : due - paidOnline
  const values = [due, paidOnline, unpaid]
  const sums = [{ whole: DUE, parts: [PAID, UNPAID] }]
  const hidden = hiddenCells({ values, sums, unseen: new Set([UNPAID]), below })
  return new Set([...hidden].filter((cell) => values[cell] !== null))
}
