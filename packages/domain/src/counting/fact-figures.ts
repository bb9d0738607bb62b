import type { Payment } from '../dossier-facts.ts'
import type { DayNumber } from '../time.ts'
import type { AddExtra, CountedDossier, Measure } from './counting-rule.ts'
import type { ExtraFigure } from './extra-figures.ts'
import type { Span } from './overdue-spans.ts'

/** What a dossier's facts are added up by: the day of receipt, how and when it ended, when it was overdue. */
interface Counted {
  readonly facts: CountedDossier['facts']
  readonly receivedDay: DayNumber
  readonly resolved: { readonly measure: Measure; readonly day: DayNumber } | null
  readonly overdue: readonly Span[]
}

/** Adds a dossier to the figures of every fact that its source states; to none of one that it does not. */
export function addFactFigures({ facts, ...counted }: Counted, add: AddExtra): void {
  if (facts === undefined) return
  const { outsideArea, apology } = facts
  if (outsideArea !== undefined) {
    add(outsideArea ? 'receivedOutsideArea' : 'receivedInsideArea', counted.receivedDay)
  }
  if (apology !== undefined) addApology(apology, counted, add)
  addPayment(facts, counted.receivedDay, add)
}

function addApology(
  apology: boolean,
  { resolved, overdue }: Pick<Counted, 'resolved' | 'overdue'>,
  add: AddExtra,
): void {
  if (resolved?.measure === 'resolvedLate') {
    add(apology ? 'resolvedLateApologised' : 'resolvedLateNotApologised', resolved.day)
  }
  const figure = apology ? 'pendingOverdueApologised' : 'pendingOverdueNotApologised'
  for (const { from, to } of overdue) {
    add(figure, from)
    if (to !== null) add(figure, to, -1)
  }
}

function addPayment(
  { payment, receipt }: NonNullable<CountedDossier['facts']>,
  day: DayNumber,
  add: AddExtra,
): void {
  if (payment === undefined) return
  add(PAYMENT_FIGURES[payment], day)
  if (payment === 'none') return
  add('paymentTotal', day)
  if (receipt !== undefined) add(receipt ? 'receipts' : 'receiptsMissing', day)
}

const PAYMENT_FIGURES = {
  none: 'paymentNone',
  online: 'paymentOnline',
  direct: 'paymentDirect',
} as const satisfies Readonly<Record<Payment, ExtraFigure>>

/** The sums that tell whether every dossier states a fact. */
type Sums = Readonly<Record<ExtraFigure | 'received' | 'resolvedLate' | 'pendingOverdue', number>>

/** Figures of one fact: known only where those of its answers make up the whole, which every dossier then states. */
const FACT_FIGURES: readonly {
  readonly figures: readonly ExtraFigure[]
  readonly answers: readonly ExtraFigure[]
  readonly whole: keyof Sums
}[] = [
  {
    figures: ['receivedOutsideArea', 'receivedInsideArea'],
    answers: ['receivedOutsideArea', 'receivedInsideArea'],
    whole: 'received',
  },
  {
    figures: ['resolvedLateApologised', 'resolvedLateNotApologised'],
    answers: ['resolvedLateApologised', 'resolvedLateNotApologised'],
    whole: 'resolvedLate',
  },
  {
    figures: ['pendingOverdueApologised', 'pendingOverdueNotApologised'],
    answers: ['pendingOverdueApologised', 'pendingOverdueNotApologised'],
    whole: 'pendingOverdue',
  },
  {
    figures: ['paymentTotal', 'paymentOnline', 'paymentDirect', 'paymentNone'],
    answers: ['paymentTotal', 'paymentNone'],
    whole: 'received',
  },
  {
    figures: ['receipts', 'receiptsMissing'],
    answers: ['receipts', 'receiptsMissing', 'paymentNone'],
    whole: 'received',
  },
]

/** The figures of facts that some dossier does not state: not known, which is never zero. */
export function unstatedFigures(sums: Sums): ReadonlySet<ExtraFigure> {
  const unstated = FACT_FIGURES.filter(({ answers, whole }) => {
    return answers.reduce((sum, answer) => sum + sums[answer], 0) !== sums[whole]
  })
  return new Set(unstated.flatMap(({ figures }) => figures))
}

const OF_FACTS: ReadonlySet<string> = new Set(FACT_FIGURES.flatMap(({ figures }) => figures))

/** Whether a figure is known only where every dossier states a fact. */
export function isFactFigure(figure: string): boolean {
  return OF_FACTS.has(figure)
}
