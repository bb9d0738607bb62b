import type { Chance } from './chance.ts'

/** A schema of the OpenAPI document, as far as values are made of it. */
export interface Schema {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly format?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
}

/** What the small hub knows, and words that its questions take. */
const KNOWN = [
  ...[
    'H15',
    'H15.01',
    'Sở Tư pháp',
    'province',
    '1',
    '2',
    '2022',
    '2022-H1',
    '2022-Q2',
    '2022-M05',
  ],
  ...['2022-12-15..2023-01-14', '2023-01-05', '2023-01-05T08:30', 'bnv-581-province', 'tt01-06a'],
  ...['tt01-2020', 'tt01-2020,qd766-2022', 'org,month', 'level', 'receivedTotal', 'III/3.1'],
  ...['plan_tasks_total', 'true', 'false', '0,5%', '30', 'an', 'csv'],
]

const HOSTILE = [
  ...[
    '',
    ' ',
    '0',
    '-1',
    '1e999',
    '0x10',
    '9'.repeat(400),
    'NaN',
    'null',
    'undefined',
    '__proto__',
  ],
  ...['constructor', "' or 1=1 --", '"; drop table run; --', '../../etc/passwd', '%00', '\u0000'],
  ...['\ud800', '\ufffe', '😀'.repeat(50), 'ệ'.normalize('NFD'), '{{7*7}}', '$(x)', '<script>'],
  ...['x'.repeat(5000), ','.repeat(300), '[]', '{}', '2022-Q9', '2022-02-30', '99999', '0001'],
  ...['9999-12-31..0001-01-01', 'H99.99.99', '(9)', '*', '\r\nX: y', '2022-M13', '2022-12-15..'],
]

/** A text that a parameter takes: one of its own, one that fits others, or a hostile one. */
export function textFor({ schema, about = '' }: Described, chance: Chance): string {
  const own = [...(schema.enum ?? []).map(String), ...examplesIn(about)]
  if (own.length > 0 && chance.percent(60)) return chance.pick(own)
  if (chance.percent(60)) return chance.pick(KNOWN)
  const hostile = chance.pick(HOSTILE)
  return chance.percent(20) ? `${chance.pick(KNOWN)}${hostile}` : hostile
}

interface Described {
  readonly schema: Schema
  readonly about?: string | undefined
}

/** `such as 2023, 2023-H1` names two. */
function examplesIn(about: string): readonly string[] {
  const named = /such as ([^;(]+)/.exec(about)?.[1] ?? ''
  return named.split(/,\s+/).flatMap((one) => one.trim() || [])
}

/** A body by its schema, with parts left out, added or replaced. */
export function bodyFor(schema: Schema, chance: Chance): unknown {
  if (chance.percent(10)) return chance.pick<unknown>([null, [], 'text', 7, true, deep(500)])
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, one]) =>
    chance.percent(15) ? [] : [[name, valueFor(one, chance)] as const],
  )
  const more = chance.percent(10) ? [[chance.pick(HOSTILE), 1] as const] : []
  return Object.fromEntries([...own, ...more])
}

function valueFor(schema: Schema, chance: Chance): unknown {
  if (chance.percent(20)) return chance.pick<unknown>([null, 1e308, -0.5, [], {}, deep(50)])
  if (schema.type === 'boolean') return chance.percent(50)
  return textFor({ schema }, chance)
}

function deep(levels: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < levels; level += 1) value = [value]
  return value
}
