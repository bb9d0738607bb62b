import type { Procedure } from '@cchc/domain'

/** A procedure whose services, and whose province where it is a variant, are those of the organisations that hold their work. */
export function procedureInTree(
  procedure: Procedure,
  holderOf: (code: string) => string,
): Procedure {
  const { variantOf, services } = procedure
  const held = services?.map(({ organisationCode, ...service }) => ({
    ...service,
    organisationCode: organisationCode && holderOf(organisationCode),
  }))
  return { ...procedure, variantOf: variantOf && holderOf(variantOf), services: held ?? null }
}
