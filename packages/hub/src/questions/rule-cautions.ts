import { cautionOf, type Day, type Message } from '@cchc/domain'
import { countingRule } from '@cchc/figures'

/** What is to be told of counting rules on the last day of a period; throws for one that is certainly out of force. */
export function cautionsOf(
  rules: readonly string[],
  { day, anyway: wanted = false }: { readonly day: Day; readonly anyway?: boolean | undefined },
): readonly Message[] {
  return rules.flatMap((id) => {
    const { inForce } = countingRule(id)
    return cautionOf({ name: id, path: 'rule', inForce, day, anyway: wanted }) ?? []
  })
}
