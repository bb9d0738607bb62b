import { z } from 'zod'
import type { Bench, Reading, Subject } from './bench.ts'
import { allBreakages } from './broken-row-checks.ts'
import { broken } from './broken-rows.ts'
import { type Check, type Finding, firstOf } from './check.ts'
import { holds, loginsOf, SHORTEST, shownIn, withDecoded } from './credentials.ts'
import { meeting, places } from './fault-checks.ts'
import { FAULTS } from './fault-list.ts'
import { forgetting } from './login-checks.ts'
import { personAt, withUnknownPeople } from './people.ts'
import { print, short } from './records.ts'
import { fillFields, hasFields } from './wire-text.ts'

/** What a connector keeps to itself. */
export const SECRECY_CHECKS: readonly Check[] = [
  {
    name: 'is tried on a portal that tells of people',
    of: 'connector',
    fix: 'Name in personal the fields of the answers that tell of people; [] only where the portal tells of nobody.',
    run: async (bench) => judgePersonal(bench),
  },
  {
    name: 'hands out nothing personal',
    of: 'action',
    fix: 'Take the fields that count out of a row, one by one; never spread a row into a record, a log line or a cursor.',
    run: async (bench, subject) => {
      const { error, pages, session } = await bench.act(subject, bench.with(withUnknownPeople))
      if (error !== undefined) {
        return { expected: 'a reading of rows with fields that are new', came: String(error) }
      }
      return personalIn([print(pages), session.told(undefined)].join('\n'))
    },
  },
  {
    name: 'tells nothing personal when something fails',
    of: 'action',
    fix: 'Say in errors and logs which field is wrong and how, never what it holds, and never quote an answer.',
    run: async (bench, subject) =>
      firstOf(
        [...(await failures(bench, subject)), ...(await brokenRows(bench, subject))],
        async (read) => {
          const { error, session, pages } = await read()
          const refused = pages.flatMap((page) => page.records.filter(hasReason))
          return personalIn([session.told(error), printSymbols(refused)].join('\n'))
        },
      ),
  },
  {
    name: 'tells no credentials',
    of: 'action',
    fix: 'Keep tokens, passwords and whole headers out of log lines, errors, records and cursors; what a login hands out is as secret as the password.',
    run: async (bench, subject) => judgeTold(bench, subject),
  },
  {
    name: 'keeps credentials out of addresses',
    of: 'action',
    fix: 'Send credentials in headers, json, form or query, never within url: addresses stand in errors and logs.',
    run: async (bench, subject) => {
      const { session } = await bench.whole(subject)
      const secrets = credentialsOf(bench, [session.exchanges])
      const asked = session.asked.find((url) => secrets.some((secret) => holds(url, secret)))
      return asked === undefined ? undefined : { expected: 'none', came: asked }
    },
  },
  {
    name: 'marks every secret of its configuration',
    of: 'connector',
    fix: 'Mark it with .meta({ secret: true }): only then is it kept out of logs, errors and forms.',
    run: async (bench) => (await unmarkedOnWire(bench)) ?? unmarkedByName(bench),
  },
]

async function judgePersonal(bench: Bench): Promise<Finding | undefined> {
  const { personal } = bench.options
  if (!personal) return { expected: 'a list of fields', came: 'none' }
  const readings = await bench.wholes()
  const sent = readings.flatMap(({ session }) => session.exchanges.map(({ answer = '' }) => answer))
  const absent = personal.filter((name) => !sent.some((text) => hasField(text, name)))
  if (absent.length === 0) return undefined
  return { expected: `answers with ${absent.join(', ')}`, came: 'none that has this field' }
}

function hasField(text: string, name: string): boolean {
  let found = false
  fillFields(text, new Set([name]), () => {
    found = true
    return ''
  })
  return found
}

function personalIn(text: string): Finding | undefined {
  const at = personAt(text)
  return at === undefined ? undefined : { expected: 'none', came: around(text, at) }
}

function around(text: string, at: number): string {
  return short(text.slice(Math.max(0, at - 80), at + 40))
}

/** Readings that meet faults of every kind. */
async function failures(bench: Bench, subject: Subject): Promise<(() => Promise<Reading>)[]> {
  const at = await places(bench, subject)
  return FAULTS.flatMap((fault) =>
    at.map((nth) => () => meeting(bench, subject, { fault, at: nth, isOnce: false })),
  )
}

async function brokenRows(bench: Bench, subject: Subject) {
  if (!subject.spec) return []
  const rows = await allBreakages(bench, subject)
  return rows.map((breakage) => () => broken(bench, subject, breakage))
}

function hasReason(record: unknown): boolean {
  return hasFields(record) && Object.getOwnPropertySymbols(record).length > 0
}

/** Reasons of refused rows stand under symbols, which JSON leaves out. */
function printSymbols(records: readonly unknown[]): string {
  return records
    .flatMap((record) => {
      const fields = record as Readonly<Record<PropertyKey, unknown>>
      return [fields, ...Object.getOwnPropertySymbols(fields).map((name) => fields[name])]
    })
    .map((part) => JSON.stringify(part))
    .join('\n')
}

type Exchanges = Reading['session']['exchanges']

function credentialsOf(bench: Bench, sessions: readonly Exchanges[]): string[] {
  const shown = sessions.flat().flatMap(shownIn)
  const tokens = sessions.flatMap((exchanges) => loginsOf(exchanges).tokens)
  const all = [...bench.secrets, ...shown.map(({ value }) => value), ...tokens]
  return [...new Set(all)].filter(({ length }) => length >= SHORTEST)
}

async function judgeTold(bench: Bench, subject: Subject): Promise<Finding | undefined> {
  const logins = loginsOf((await bench.whole(subject)).session.exchanges)
  const readings = [
    () => bench.act(subject, bench.healthy),
    () => bench.act(subject, forgetting(bench, { logins, at: 2, isForGood: false })),
    ...(await failures(bench, subject)),
  ]
  const known = credentialsOf(bench, [(await bench.whole(subject)).session.exchanges])
  return firstOf(readings, async (read) => {
    const { error, session, pages } = await read()
    const text = withDecoded([session.told(error), print(pages)].join('\n'))
    const told = [...known, ...credentialsOf(bench, [session.exchanges])].find((each) =>
      holds(text, each),
    )
    if (told === undefined) return undefined
    return { expected: 'none', came: `"${short(told)}" in ${around(text, text.indexOf(told))}` }
  })
}

async function unmarkedOnWire(bench: Bench): Promise<Finding | undefined> {
  const readings = [await bench.whole({ name: 'check' }), ...(await bench.wholes())]
  const shown = readings.flatMap(({ session }) => session.exchanges.flatMap(shownIn))
  for (const [name, value] of leavesOf(bench.config)) {
    const found = shown.find((each) => each.value === value)
    if (!found || bench.secrets.includes(value)) continue
    return { expected: `a mark at ${name}`, came: `it unmarked, and sent in ${found.place}` }
  }
  return undefined
}

const NAMED_SECRET = /(?:pass(?:word|wd)?|secret|token|api_?key|mat_?khau)$/i

function unmarkedByName({ connector }: Bench): Finding | undefined {
  const schema = z.toJSONSchema(connector.config, { io: 'input', unrepresentable: 'any' })
  const unmarked = Object.entries(schema.properties ?? {}).find(
    ([name, shape]) =>
      NAMED_SECRET.test(name) &&
      hasFields(shape) &&
      shape.secret !== true &&
      shape.type === 'string',
  )
  return unmarked && { expected: `a mark at ${unmarked[0]}`, came: 'it unmarked' }
}

function leavesOf(value: unknown, name = ''): [string, string][] {
  if (typeof value === 'string') return [[name, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) =>
    leavesOf(each, name ? `${name}.${key}` : key),
  )
}
