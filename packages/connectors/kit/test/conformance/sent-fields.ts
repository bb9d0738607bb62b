import { Field, PortalChanged, say } from '@cchc/domain'
import { z } from 'zod'
import type { PushConformanceOptions } from '../../src/conformance/push/options.ts'
import {
  defineConnector,
  mapEach,
  type PushConnector,
  type Pushed,
  PushSource,
  parseJson,
} from '../../src/index.ts'

export type SentRow = Readonly<Record<string, unknown>>

/** What a connector is made of that is sent to; a planted bug is another one of these. */
export interface PushParts {
  readonly stream: string
  rows(pushed: Pushed): readonly SentRow[]
  map(rows: readonly SentRow[], map: (row: SentRow) => object): readonly object[]
  field(row: SentRow): object
}

const Body = z.object({ rows: z.array(z.unknown()) })
const Row = z.object({ code: z.string(), name: z.string() })

export const GOOD_PUSH: PushParts = {
  stream: 'fields',
  rows(pushed) {
    const read = Body.safeParse(parseJson(pushed))
    if (!read.success) throw new PortalChanged(say('the body holds no fields'))
    return read.data.rows as readonly SentRow[]
  },
  map(rows, map) {
    const { mapped, unreadable } = mapEach(rows, map)
    return [...mapped, ...unreadable]
  },
  field: (row) => Row.parse(row),
}

/** Fields that a portal sends. */
export function sentFields(changed: Partial<PushParts> = {}): PushConnector {
  const parts = { ...GOOD_PUSH, ...changed }
  const connector = defineConnector({
    kind: 'push',
    id: 'sent-fields',
    version: '1.0.0',
    title: 'Cổng gửi lĩnh vực',
    config: PushSource,
    streams: { fields: { entity: 'field', record: Field, key: ['code'], deletes: 'pages' } },
    receive: (pushed) =>
      ({ stream: parts.stream, records: parts.map(parts.rows(pushed), parts.field) }) as never,
  })
  return connector as unknown as PushConnector
}

const head = 'Lê Văn Giữ'
const rows = [
  { code: 'LV01', name: 'Đất đai', head },
  { code: 'LV02', name: 'Hộ tịch', head },
]

export const PUSH_OPTIONS: PushConformanceOptions = {
  config: { key: 'not-for-everybody' },
  bodies: [
    {
      body: JSON.stringify({ rows }),
      stream: 'fields',
      count: 2,
      samples: [{ code: 'LV01', name: 'Đất đai' }],
    },
  ],
  personal: ['head'],
}
