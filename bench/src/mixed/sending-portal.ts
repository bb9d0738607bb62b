import { defineConnector, mapEach, PushSource, parseJson } from '@cchc/connector-kit'
import { Dossier, PortalChanged, say } from '@cchc/domain'
import { z } from 'zod'

const Body = z.object({ rows: z.array(z.looseObject({ code: z.string() })) })

/** A portal that sends its dossiers by itself. */
export const sendingPortal = defineConnector({
  kind: 'push',
  id: 'sending-portal',
  version: '1.0.0',
  title: 'Cổng gửi hồ sơ',
  config: PushSource,
  streams: { dossiers: { entity: 'dossier', record: Dossier, key: ['code'], deletes: 'pages' } },
  receive(pushed) {
    const read = Body.safeParse(parseJson(pushed))
    if (!read.success) throw new PortalChanged(say('the body of the portal holds no rows'))
    const { mapped, unreadable } = mapEach(read.data.rows, dossierOf, ({ code }) => ({ code }))
    return { stream: 'dossiers', records: [...mapped, ...unreadable] }
  },
})

function dossierOf(row: { readonly code: string; readonly [name: string]: unknown }) {
  const instant = (name: string) => Date.parse(String(row[name]))
  return {
    ...{ code: row.code, procedureCode: '1.001612', organisationCode: 'H99.01', fieldCode: null },
    ...{ channel: null, statusReceived: 'x', onlinePayment: null, digitised: null, pauses: [] },
    ...{ serviceLevel: null, serviceLevelReceived: null, dueAt: null, returnedAt: null },
    ...{ status: 'processing' as const, receivedAt: instant('received'), finishedAt: null },
    version: instant('at'),
  }
}

/** A body of so many dossiers, each changed since the body of the round before. */
export function bodyOf(rows: number, round: number): string {
  const at = new Date(Date.UTC(2022, 5, 1) + round * 60_000).toISOString()
  const row = (_: unknown, index: number) => {
    const code = `H99.01-220601-${String(index).padStart(6, '0')}`
    return { code, received: '2022-06-01T08:00:00+07:00', at }
  }
  return JSON.stringify({ rows: Array.from({ length: rows }, row) })
}
