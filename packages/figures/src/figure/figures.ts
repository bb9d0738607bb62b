import { type Fault, say } from '@cchc/domain'
import type { BoundFigure, Figure, Where } from './define-figure.ts'
import { dossiers } from './dossiers.ts'
import { dossiersByChannel } from './dossiers-by-channel.ts'
import { dossiersInField } from './dossiers-in-field.ts'
import { dossiersReceived } from './dossiers-received.ts'
import { onlinePayments } from './online-payments.ts'
import { petitions } from './petitions.ts'
import { portalYear } from './portal-year.ts'
import { procedures } from './procedures.ts'
import { proceduresInterlinked } from './procedures-interlinked.ts'
import { proceduresPublished } from './procedures-published.ts'
import { proceduresWithFee } from './procedures-with-fee.ts'
import { proceduresWithOnlineDossiers } from './procedures-with-online-dossiers.ts'
import { proceduresWithOnlinePayment } from './procedures-with-online-payment.ts'
import { proceduresWithService } from './procedures-with-service.ts'

/** Every figure that rows of forms can be bound to. */
export const FIGURES: readonly Figure[] = [
  dossiers,
  dossiersInField,
  dossiersByChannel,
  dossiersReceived,
  procedures,
  proceduresWithService,
  proceduresWithOnlineDossiers,
  proceduresWithFee,
  proceduresPublished,
  proceduresWithOnlinePayment,
  proceduresInterlinked,
  petitions,
  onlinePayments,
  portalYear,
]

/** A figure by name, with its parameters as a form states them. */
export interface NamedFigure {
  readonly figure: string
  readonly where: Where
}

/** Everything that is wrong with a figure that a form names, by the place in what it says. */
export function figureFaults({ figure: id, where }: NamedFigure): Fault[] {
  const figure = figureOf(id)
  if (figure) {
    return figure.faults(where).map(({ path, message }) => ({ path: `where.${path}`, message }))
  }
  const known = FIGURES.map((one) => one.id).join(', ')
  return [
    { path: 'figure', message: say('no figure is called {id}; known: {known}', { id, known }) },
  ]
}

/** The figure that a form names. Throws for one that has faults: forms are checked when they are loaded. */
export function bindFigure({ figure: id, where }: NamedFigure): BoundFigure {
  const figure = figureOf(id)
  if (!figure) throw new RangeError(`a form is bound to the unknown figure ${id}`)
  return figure.bind(where)
}

function figureOf(id: string): Figure | undefined {
  return FIGURES.find((known) => known.id === id)
}
