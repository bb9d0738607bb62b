import type { Channel, ServiceLevel } from '@cchc/domain'
import type { CountableDossier } from '@cchc/store'

/** What an event is about; `procedure`, `field` and `serviceLevel` only when counted from dossiers. */
export interface EventSubject {
  readonly organisation: string
  readonly channel: Channel | null
  readonly procedure: string | null
  readonly field: string | null
  readonly serviceLevel: ServiceLevel | null
}

/** What a dossier's events are about. */
export function subjectOf(dossier: CountableDossier): EventSubject {
  return {
    organisation: dossier.organisationCode,
    channel: dossier.channel,
    procedure: dossier.procedureCode,
    field: dossier.fieldCode,
    serviceLevel: dossier.serviceLevel,
  }
}
