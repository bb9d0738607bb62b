import type { Channel, ServiceLevel } from '@cchc/domain'

/** What the dossiers of a cell have in common. */
export interface RollupSubject {
  readonly source: string
  readonly organisationCode: string
  readonly procedureCode: string
  readonly fieldCode: string | null
  readonly channel: Channel | null
  readonly serviceLevel: ServiceLevel | null
}

/** Equal for equal subjects. */
export function subjectKey(subject: RollupSubject): string {
  const { source, organisationCode, procedureCode, fieldCode, channel, serviceLevel } = subject
  return `${source}\n${organisationCode}\n${procedureCode}\n${fieldCode ?? ''}\n${channel ?? ''}\n${serviceLevel ?? ''}`
}
