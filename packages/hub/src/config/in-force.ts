import { COUNTING_RULES, type InForce, type Message, say } from '@cchc/domain'
import type { HubConfig } from './check-config.ts'
import { templatesOf } from './templates.ts'

/** A form or a counting rule with its days in force, as far as they are known. */
export interface NamedForce {
  readonly id: string
  readonly what: Message
  readonly inForce: InForce | undefined
}

/** Every form and counting rule. */
export function formsAndRules(config: Pick<HubConfig, 'templates'>): readonly NamedForce[] {
  return [
    ...templatesOf(config).map(({ id, inForce }) => ({
      ...{ id: `form ${id}`, what: say('form {id}', { id }), inForce },
    })),
    ...COUNTING_RULES.map(({ id, inForce }) => ({
      ...{ id: `rule ${id}`, what: say('counting rule {id}', { id }), inForce },
    })),
  ]
}
