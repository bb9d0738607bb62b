import { answerIn, paymentIn, refuse } from '@cchc/connector-kit'
import {
  type Dossier,
  type DossierFacts,
  dayNumberOf,
  type Instant,
  normaliseOrganisationCode,
  say,
  statedFacts,
} from '@cchc/domain'
import type { Moment } from '../moments.ts'
import type { Cells } from './row-cells.ts'
import type { DossierField } from './vocabulary.ts'

/**
 * What columns of a list state of a dossier beside what every list has; a blank cell states nothing. A number or date of a
 * letter or a receipt says that there is one.
 */
export function factsOf(cells: Cells): Pick<Dossier, 'facts'> {
  const receivedAt = cells.moment('receivedAt')?.at
  const handedInAt = cells.moment('handedInAt')?.at
  const facts = statedFacts({
    handedInAt,
    competentSince: sinceOf(cells.moment('competentSince'), [receivedAt, handedInAt]),
    receivingOrganisation: organisationIn(cells),
    apology: yesOrNo(cells, 'apology'),
    outsideArea: yesOrNo(cells, 'outsideArea'),
    payment: paymentIn(cells.text('payment')) ?? undefined,
    receipt: yesOrNo(cells, 'receipt'),
  } satisfies Record<keyof DossierFacts, unknown>)
  return facts === undefined ? {} : { facts }
}

/** A day without a time is not before what else was on that day. */
function sinceOf(
  since: Moment | undefined,
  others: readonly (Instant | undefined)[],
): Instant | undefined {
  if (!since?.isDay) return since?.at
  const day = dayNumberOf(since.at)
  const sameDay = others.filter((at) => at !== undefined && dayNumberOf(at) === day)
  return sameDay.reduce<Instant>((latest, at) => Math.max(latest, at ?? 0), since.at)
}

/** By its code or its name; one that is not known is not stated. */
function organisationIn(cells: Cells): string | undefined {
  const written = cells.text('receivingOrganisation')
  if (written === '') return undefined
  const meant = cells.context.settings.units.find(written)
  return normaliseOrganisationCode(written) ?? ('code' in meant ? meant.code : undefined)
}

/** A number of a letter or receipt, or a date: `15/TXL-UBND`, `20/12/2026`. */
const NUMBERED = /^(số )?\d{2,}|^\d+\/|^[A-Z]{1,5}\d/u

function yesOrNo(cells: Cells, field: DossierField): boolean | undefined {
  const written = cells.text(field)
  const isNumbered = field !== 'outsideArea' && NUMBERED.test(written)
  const answer = isNumbered ? true : answerIn(written)
  if (answer !== undefined) return answer ?? undefined
  return refuse(say('{cell}: says neither yes nor no', { cell: cells.at(field) }), {
    path: `facts.${field}`,
    fix: say('Write "có" or "không", or leave the cell blank.'),
  })
}
