import { isWithin } from '@cchc/domain'
import type { UnifiedProcedure } from './unified-procedures.ts'

/**
 * Whether a procedure in force is one of an organisation's: for a province, every procedure but another province's
 * variants; below it, those that it offers a service of.
 */
export function belongsTo(procedure: UnifiedProcedure, organisation: string | undefined): boolean {
  if (!procedure.inForce) return false
  if (organisation === undefined) return true
  const [root] = organisation.split('.')
  if (procedure.variantOf !== null && !isWithin(procedure.variantOf, root)) return false
  if (organisation === root) return true
  return (procedure.services ?? []).some(
    ({ organisationCode }) => organisationCode !== null && isWithin(organisationCode, organisation),
  )
}
