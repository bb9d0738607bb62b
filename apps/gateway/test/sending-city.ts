import { defineConnector, mapEach, PushSource, parseJson } from '@cchc/connector-kit'
import { Dossier, PortalChanged, say } from '@cchc/domain'
import { z } from 'zod'

const Body = z.object({
  rows: z.array(z.looseObject({ code: z.string() })),
  removed: z.array(z.string()).default([]),
  whole: z.object({ from: z.string(), to: z.string() }).optional(),
  /** Makes the connector hand out what no engine can store. */
  planted: z.boolean().default(false),
})

/** A city that sends its dossiers by itself. */
export const sendingCity = defineConnector({
  kind: 'push',
  id: 'sending-city',
  version: '1.0.0',
  title: 'Thành phố gửi hồ sơ',
  keyHeader: 'x-city-key',
  config: PushSource,
  streams: { dossiers: { entity: 'dossier', record: Dossier, key: ['code'], deletes: 'pages' } },
  receive(pushed) {
    const read = Body.safeParse(parseJson(pushed))
    if (!read.success) throw new PortalChanged(say('the body of the city holds no rows'))
    const { rows, removed, whole, planted } = read.data
    const { mapped, unreadable } = mapEach(rows, dossierOf, ({ code }) => ({ code }))
    return {
      stream: 'dossiers',
      records: [...mapped, ...unreadable],
      removed: planted ? [null as never] : removed.map((code) => ({ code })),
      ...(whole && { whole }),
    }
  },
})

interface Row {
  readonly code: string
  readonly received?: unknown
  readonly finished?: unknown
  readonly at?: unknown
}

/** The applicant, whom the city tells of too, stays behind. */
function dossierOf({ code, received, finished = null, at }: Row): z.input<typeof Dossier> {
  return {
    ...{ code, procedureCode: '1.001612', organisationCode: 'H15.01', fieldCode: null },
    ...{ channel: null, statusReceived: 'x', onlinePayment: null, digitised: null },
    ...{ serviceLevel: null, serviceLevelReceived: null, dueAt: null, returnedAt: null },
    status: finished === null ? 'processing' : 'finished',
    receivedAt: instantOf(received),
    finishedAt: finished === null ? null : instantOf(finished),
    pauses: [],
    version: instantOf(at),
  }
}

function instantOf(text: unknown): number {
  return Date.parse(String(text))
}
