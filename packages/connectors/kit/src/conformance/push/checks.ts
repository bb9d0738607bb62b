import { inspect } from 'node:util'
import { isAppError } from '@cchc/domain'
import type { StreamSpec } from '../../contract/stream.ts'
import { type Check, type Finding, firstOf } from '../check.ts'
import { FACT_CHECKS } from '../declaration-checks.ts'
import { inTimeZone, withClockAhead } from '../machine.ts'
import { PERSON, personAt } from '../people.ts'
import { codeOf, difference, print, recordsOf, refusedIn, short } from '../records.ts'
import { type Fields, fillFields, mapRows, rowsOf } from '../wire-text.ts'
import type { Mapped, PushBench } from './bench.ts'
import type { SentBody } from './options.ts'

const YEAR_MS = 366 * 86_400_000
const STRANGE = ['', 'null', '[]', '5', '<!DOCTYPE html><html><body>no</body></html>', '{"a":[']
const BROKEN = [null, '', 'no such thing', -1, [], {}]

const OWN: readonly Check<PushBench>[] = [
  {
    name: 'says of each body what it holds',
    of: 'connector',
    fix: 'Compare stream and number of records with the body; correct bodies if the test counts another number.',
    run: (bench) =>
      firstOf(bench.bodies, async (sent) => {
        const { received, error } = await bench.map(sent.body, sent)
        if (!received) return { expected: 'no failure', came: String(error) }
        const spec = bench.connector.streams[received.stream]
        const { size } = spec ? recordsIn(spec, received) : new Map()
        if (received.stream === sent.stream && size === sent.count) return undefined
        const expected = `${sent.count} records of ${sent.stream}`
        return { expected, came: `${size} of ${received.stream}` }
      }),
  },
  {
    name: 'gives the written-down records of its bodies',
    of: 'connector',
    fix: 'Compare field by field with what the portal sends; times without a zone are of Asia/Ho_Chi_Minh.',
    run: (bench) =>
      firstOf(bench.bodies, async (sent) => {
        const spec = bench.connector.streams[sent.stream] as StreamSpec
        const { received } = await bench.map(sent.body, sent)
        return difference(recordsIn(spec, { records: sent.samples }), recordsIn(spec, received))
      }),
  },
  {
    name: 'says the same of the same body, whenever and wherever it comes',
    of: 'connector',
    fix: 'Keep nothing between two bodies, and ask no clock and no zone of the machine: the same body again must change nothing.',
    run: (bench) =>
      firstOf(bench.bodies, async (sent) => {
        const map = () => bench.map(sent.body, sent)
        const first = printed(await map())
        const again = [
          await map(),
          await withClockAhead(5 * YEAR_MS, map),
          await inTimeZone('America/New_York', map),
        ]
        const other = again.map(printed).find((text) => text !== first)
        return other === undefined ? undefined : { expected: short(first), came: short(other) }
      }),
  },
  {
    name: 'throws for a body that it does not understand',
    of: 'connector',
    fix: 'Validate the body, and throw PortalChanged where it is another thing: no records means that there are none.',
    run: (bench) =>
      firstOf([...STRANGE, ...bench.bodies.map(({ body }) => halfOf(body))], async (body) => {
        const { error } = await bench.map(body)
        const code = codeOf(error)
        if (isAppError(error) && code?.startsWith('portal_')) return undefined
        return { expected: `portal_changed for ${short(body) || 'nothing'}`, came: code ?? 'none' }
      }),
  },
  {
    name: 'loses to a broken row of a body at most its record, and refuses it',
    of: 'connector',
    fix: 'Map each row by itself with mapEach, and hand out what it could not map.',
    run: (bench) => firstOf(bench.bodies, (sent) => judgeBroken(bench, sent)),
  },
  {
    name: 'hands out and tells nothing personal of its bodies',
    of: 'connector',
    fix: 'Take the fields that count out of a row, one by one; say in errors which field is wrong and how, never what it holds.',
    run: (bench) => firstOf(bench.bodies, (sent) => judgePersonal(bench, sent)),
  },
]

/** All promises of a connector that is sent to. */
export const PUSH_CHECKS: readonly Check<PushBench>[] = [...FACT_CHECKS, ...OWN]

function recordsIn(spec: StreamSpec, page: Pick<SentBody, 'samples'> | object | undefined) {
  const { records = [] } = (page ?? {}) as { readonly records?: readonly unknown[] }
  return recordsOf(spec, { pages: [{ records: records as never[], cursor: undefined }] })
}

function printed({ received, error }: Mapped): string {
  return print(received ?? String(error))
}

function halfOf(body: string): string {
  return body.slice(0, Math.floor(body.length / 2))
}

function brokenBodies({ body }: SentBody): string[] {
  const [row] = rowsOf(body)
  return Object.keys(row ?? {}).flatMap((name) =>
    BROKEN.flatMap((value) => {
      let nth = 0
      const breakFirst = (each: Fields) => (nth++ === 0 ? { ...each, [name]: value } : each)
      return mapRows(body, breakFirst) ?? []
    }),
  )
}

function judgeBroken(bench: PushBench, sent: SentBody): Promise<Finding | undefined> {
  const spec = bench.connector.streams[sent.stream] as StreamSpec
  return firstOf(brokenBodies(sent), async (body) => {
    const { received, error } = await bench.map(body, sent)
    if (!received) return { expected: 'the other records', came: String(codeOf(error)) }
    const pages = [{ records: received.records as never[], cursor: undefined }]
    const kept = recordsIn(spec, received).size + refusedIn(spec, { pages })
    if (kept >= sent.count) return undefined
    return { expected: `${sent.count} records, refused ones included`, came: `${kept}` }
  })
}

function judgePersonal(bench: PushBench, sent: SentBody): Promise<Finding | undefined> {
  const names = new Set(bench.personal)
  const filled = fillFields(sent.body, names, () => PERSON) ?? sent.body
  const withMore = mapRows(filled, (row) => ({ ...row, nguoiNopHoSo: PERSON })) ?? filled
  const broken = brokenBodies({ ...sent, body: withMore })
  return firstOf([withMore, halfOf(withMore), ...broken], async (body) => {
    const { received, error, logged } = await bench.map(body, sent)
    const told = [inspect(received, { depth: 12 }), inspect(error), logged].join('\n')
    const at = personAt(told)
    if (at === undefined) return undefined
    return { expected: 'none', came: short(told.slice(Math.max(0, at - 80), at + 40)) }
  })
}
