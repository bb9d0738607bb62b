import { countedLevel } from '@cchc/domain'
import type { UnifiedProcedure } from './unified-procedures.ts'

type Where = Readonly<Record<string, string>>

/** A number of procedures: whether any source states what it asks for, and which procedures count. */
export interface ProcedureFigure {
  known(procedures: readonly UnifiedProcedure[]): boolean
  counts(procedure: UnifiedProcedure, where: Where): boolean
}

/** The numbers of procedures that templates can bind rows to, by name. */
export const PROCEDURE_FIGURES: Readonly<Record<string, ProcedureFigure>> = {
  procedures: {
    known: (all) => all.some(({ levels }) => levels.length > 0),
    counts: (one, where) => words(where.level).includes(countedLevel(one) ?? ''),
  },
  'procedures-with-service': {
    known: (all) => all.some(({ services }) => services !== null),
    counts: ({ services }, where) =>
      (services ?? []).some(({ level }) => words(where.serviceLevel).includes(level)),
  },
  'procedures-with-fee': {
    known: (all) => all.some(({ hasFee }) => hasFee !== null),
    counts: ({ hasFee }) => hasFee === true,
  },
  'procedures-published': {
    known: (all) => all.some(({ publishedNationally }) => publishedNationally !== null),
    counts: ({ publishedNationally }) => publishedNationally === true,
  },
  'procedures-with-online-payment': {
    known: (all) => all.some(({ onlinePayment }) => onlinePayment !== null),
    counts: ({ onlinePayment }) => onlinePayment === true,
  },
  'procedures-interlinked': {
    known: (all) =>
      all.some(({ interlinked }) => interlinked !== null) &&
      !all.some(({ interlinked }) => interlinked === 'unspecified'),
    counts: ({ interlinked }, where) => interlinked === where.kind,
  },
}

/** The words of a list with commas between them, as a template writes it. */
export function words(list: string | undefined): readonly string[] {
  return (list ?? '').split(',').filter((word) => word !== '')
}
