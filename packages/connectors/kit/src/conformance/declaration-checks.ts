import { inWords } from '@cchc/domain'
import { z } from 'zod'
import { CONTRACT_VERSION, type Connector } from '../contract/connector.ts'
import { contractFault } from '../contract/contract-fault.ts'
import { HttpSource } from '../http-limits.ts'
import { type Check, firstOf } from './check.ts'
import type { Held } from './options.ts'
import { print, short } from './records.ts'
import { hasFields } from './wire-text.ts'

/** What checks look at that need no portal. */
export interface Declared {
  readonly connector: Connector
  readonly options: { readonly holds?: Readonly<Record<string, Held>> }
}

/** What can be read from a connector of any kind. */
export const FACT_CHECKS: readonly Check<Declared>[] = [
  {
    name: 'names itself for configuration files and for people',
    of: 'connector',
    fix: 'id is kebab-case, version x.y.z, title the Vietnamese name in NFC.',
    run: async ({ connector: { id, version, title } }) => {
      const isNamed = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) && /^\d+\.\d+\.\d+/.test(version)
      if (isNamed && title.trim() !== '' && title.normalize('NFC') === title) return undefined
      return { expected: 'an id, a version and a title', came: `${id}, ${version}, ${title}` }
    },
  },
  {
    name: 'is built for this version of the contract',
    of: 'connector',
    fix: 'Declare it with defineConnector of this kit, and install one kit only.',
    run: async ({ connector }) => {
      const fault = contractFault(connector)
      return fault && { expected: `version ${CONTRACT_VERSION}`, came: inWords(fault) }
    },
  },
  {
    name: 'says in Vietnamese what its templates name',
    of: 'connector',
    fix: 'Write the same {names} into both languages of phrases, and Vietnamese in NFC.',
    run: ({ connector }) =>
      firstOf(Object.entries(connector.phrases?.vi ?? {}), async ([template, text]) => {
        const same = namesIn(text).join() === namesIn(template).join()
        if (same && text === text.normalize('NFC')) return undefined
        return { expected: `the names of "${template}" in NFC`, came: `"${text}"` }
      }),
  },
  {
    name: 'prints its configuration as JSON Schema',
    of: 'connector',
    fix: 'Declare the configuration as an object of JSON values.',
    run: async ({ connector: { config } }) => {
      const type = typeOf(config, 'input')
      return type === 'object' ? undefined : { expected: 'an object of JSON values', came: type }
    },
  },
  {
    name: 'is known by fields of its record',
    of: 'stream',
    fix: 'Name in key the fields of the record that identify it at the source.',
    run: async (_, { spec }) => {
      const schema = spec && z.toJSONSchema(spec.record, { unrepresentable: 'any' })
      const fields = Object.keys(schema?.properties ?? {})
      const key = spec?.key ?? []
      if (key.length > 0 && key.every((name) => fields.includes(name))) return undefined
      return { expected: `some of ${fields.join(', ')}`, came: `[${key.join(', ')}]` }
    },
  },
  {
    name: 'has a cursor of JSON values',
    of: 'stream',
    applies: ({ cursor }) => cursor !== undefined,
    fix: 'Keep instants as ISO text or epoch milliseconds: a Date does not come back from the store as one.',
    run: async (_, { spec }) => {
      const type = typeOf(spec?.cursor ?? z.never(), 'output')
      return type === NO_JSON ? { expected: 'a schema of JSON values', came: type } : undefined
    },
  },
  {
    name: 'is told what its portal holds',
    of: 'stream',
    fix: 'State in holds how many records the stream has, and at least one of them whole, counted by hand on the simulated portal.',
    run: async (bench, { name, spec }) => judgeHeld(bench, name, spec?.record),
  },
]

/** What can be read from a connector of kind http without a portal. */
export const DECLARATION_CHECKS: readonly Check[] = [
  {
    name: 'has the base URL of the portal in its configuration',
    of: 'connector',
    fix: 'Declare baseUrl: z.url() and http: HttpLimits.prefault({}) in config: the hub opens HTTP with them.',
    run: async ({ connector, config, options }) => {
      if (!HttpSource.safeParse(config).success) {
        return { expected: 'a baseUrl', came: 'a configuration without one' }
      }
      const { baseUrl: _, ...rest } = options.config as Readonly<Record<string, unknown>>
      const without = connector.config.safeParse(rest)
      if (!without.success || HttpSource.safeParse(without.data).success) return undefined
      return { expected: 'a refusal of a configuration without baseUrl', came: 'none' }
    },
  },
  {
    name: 'names its hosts as the configuration has them',
    of: 'connector',
    fix: 'hosts gives names such as login.example.gov.vn or login.example.gov.vn:8443, without scheme and path: new URL(address).host.',
    run: async ({ connector, config }) => {
      const wrong = connector.hosts?.(config).find((host) => !isHost(host))
      return wrong === undefined ? undefined : { expected: 'hosts', came: wrong }
    },
  },
  {
    name: 'opens a reader for every declared stream, no other, and no socket',
    of: 'connector',
    fix: 'Return one reader for each stream from open, and send nothing before one is read.',
    run: async (bench) => {
      const session = bench.open()
      const opened = Object.keys(session.streams).sort().join(', ')
      const declared = bench.streams.map(({ name }) => name).sort()
      const sent = session.exchanges.length + session.past.length
      if (opened === declared.join(', ') && sent === 0) return undefined
      return { expected: declared.join(', '), came: `${opened}, and ${sent} requests` }
    },
  },
]

function isHost(host: string): boolean {
  return URL.canParse(`http://${host}`) && new URL(`http://${host}`).host === host
}

const NO_JSON = 'something that JSON does not know'

function typeOf(schema: z.ZodType, io: 'input' | 'output'): string {
  try {
    return String(z.toJSONSchema(schema, { io }).type)
  } catch {
    return NO_JSON
  }
}

function judgeHeld({ options }: Declared, stream: string, record: z.ZodType | undefined) {
  const held = options.holds?.[stream]
  const samples: readonly unknown[] = held?.samples ?? []
  if (!held || held.count < 1 || samples.length === 0) {
    return { expected: 'a count and a sample', came: print(held) ?? 'nothing' }
  }
  const torn = samples.find((sample) => !record?.safeParse(sample).success)
  if (torn === undefined) return undefined
  const reason = record?.safeParse(torn).error?.message
  const text = hasFields(torn) ? print(torn) : String(torn)
  return { expected: 'whole records as samples', came: short(`${text}: ${reason}`) }
}

function namesIn(text: string): string[] {
  return [...text.matchAll(/\{[a-z][A-Za-z]*\}/g)].map(([name]) => name).toSorted()
}
