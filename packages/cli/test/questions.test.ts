import { instantText } from '@cchc/domain'
import { createGateway, serveGateway } from '@cchc/gateway'
import { ACTIONS } from '@cchc/hub/actions/all'
import { EXPORTS } from '@cchc/hub/exports/all'
import { QUESTIONS } from '@cchc/hub/questions/all'
import { page } from '@cchc/hub/questions/paging'
import { type Exchange, type Question, readAsked } from '@cchc/hub/questions/question'
import type { Command } from 'commander'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { positionsOf } from '../src/asked-of.ts'
import { COMMAND_NAMES } from '../src/commands-by-subject.ts'
import { buildProgram } from '../src/program.ts'
import { cchcInside, contextIn } from './cchc-inside.ts'
import { openSmallHub, type SmallHub } from './small-hub.ts'

/** Questions by where they are asked, and what is asked of each, as text; of frozen figures where answers bear a date. */
const SAMPLES: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> = {
  '/ready': [{}],
  '/v1/statistics/dossiers': [
    { period: '2022', by: 'org,month' },
    { period: '2022', by: 'org', top: '2' },
    { period: '2022-H1', by: 'procedure', rule: 'btp-07a', treeAt: '2022-01-01' },
    { period: '2022-H1', current: 'true', source: 'one-stop', org: 'H99.31' },
  ],
  '/v1/statistics/comparison': [
    { period: '2022', by: 'level', rule: 'tt01-2020,btp-07a' },
    { period: '2022', by: 'org', rule: 'tt01-2020,btp-07a', top: '1' },
  ],
  '/v1/statistics/ranking': [
    { period: '2022', org: 'H99' },
    { period: '2022', measure: 'pendingOverdue', smallBelow: '5' },
  ],
  '/v1/why': [
    { indicator: 'onTime', period: '2022-H1' },
    { indicator: 'receivedTotal', period: '2022-H1', treeAt: '2022-01-01' },
    { indicator: 'plan_tasks_total', template: 'bnv-581-province', period: '2022-H1' },
    { indicator: 'plan_completion_rate', template: 'bnv-581-province', period: '2022-H1' },
    { indicator: 'III/3.1', template: 'bnv-581-province', period: '2022-H1' },
  ],
  '/v1/due': [
    { day: '2022-06-30', org: 'H99' },
    { day: '2022-06-30', kind: 'dueSoon', within: '10', most: '2' },
  ],
  '/v1/due/weeks': [{ day: '2022-06-30', org: 'H99' }],
  '/v1/reconciliation': [{ period: '2022-M05', all: 'true', tolerance: '1' }, { period: '2022' }],
  '/v1/service-index': [{ period: '2022', org: 'H99' }],
  '/v1/statistics/scores': [
    { period: '2022', org: 'H99.31', measure: 'transparency' },
    { period: '2022', asKnownAt: 'NOW', org: 'H99' },
  ],
  '/v1/statistics/payments': [
    { period: '2022', org: 'H99' },
    { period: '2022-M05', org: 'H99', asKnownAt: 'NOW' },
  ],
  '/v1/procedures/counts': [{ by: 'level,field,serviceLevel' }, {}],
  '/v1/organisations': [{ text: 'so' }, { treeAt: '2022-01-01' }],
  '/v1/procedures': [{ level: 'province' }, { text: 'cap' }],
  '/v1/templates': [{}],
  '/v1/reports/{template}': [
    { template: 'tt01-06a', period: '2022-H1' },
    { template: 'bnv-581-province', period: '2022-H1', treeAt: '2022-01-01' },
  ],
  '/v1/reports/{template}/comparison': [
    { template: 'bnv-581-province', period: '2022-H1', with: 'last-year' },
  ],
  // What takes files is tried with files, in the tests of the gateway.
  '/v1/check': [],
  '/v1/fill': [],
  '/v1/sources': [{}],
  'sources check': [{}],
  '/v1/sources/drift': [{}, { source: 'one-stop' }],
  'connector try': [{ source: 'one-stop' }, { source: 'dvcqg', stream: 'procedures' }],
  'connector record': [{ source: 'dvcqg', stream: 'procedures' }],
  '/v1/status': [{}],
  '/v1/schedules': [{}],
  doctor: [{}],
  'keys list': [{}],
  '/v1/audit': [{}],
  '/v1/audit/head': [{}],
  'audit verify': [{}],
  '/v1/alerts': [{}],
  '/v1/runs': [{ source: 'one-stop' }, {}],
  '/v1/runs/{id}': [{ id: '1' }, { id: '2' }],
  '/v1/quarantine': [{ resolved: 'true' }, { source: 'one-stop' }],
  '/v1/quarantine/{id}': [{ id: '1' }],
  '/v1/periods': [{}],
  '/v1/periods/restatements': [{ period: '2022-H1', asKnownAt: 'NOW' }],
  '/v1/calendar': [{ year: '2026' }, {}],
  '/v1/indicators': [{ history: 'true' }, { template: 'bnv-581-province', period: '2022-H1' }],
  '/v1/indicators/missing': [{ period: '2022-H1', template: 'bnv-581-province' }],
  '/v1/plans/{year}': [{ year: '2023' }, { year: '2023', lateOn: '2023-12-31' }],
  '/v1/plans/{year}/report': [{ year: '2023' }],
  '/v1/indexes': [{}],
}

/** Options that make a command ask this question instead of its own. */
const CHOSEN_BY: Readonly<Record<string, readonly string[]>> = {
  '/v1/indicators/missing': ['--missing'],
}

let small: SmallHub
let now: string
let gateway: string
beforeAll(async () => {
  small = await openSmallHub()
  const stop = new AbortController()
  const running = await serveGateway(small.hub, { port: 0, signal: stop.signal })
  gateway = running.url
  afterAll(async () => {
    stop.abort()
    await running.closed
  })
  now = instantText(Date.now())
})

const placeOf = ({ path, command }: Question) => path ?? String(command).replace(/ [<[].*/, '')

const CASES = QUESTIONS.flatMap((question) => {
  const place = placeOf(question)
  return (SAMPLES[place] ?? []).map((sample) => ({ place, question, sample }))
})

function textOf(sample: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(sample).map(([name, text]) => [name, text === 'NOW' ? now : text]),
  )
}

describe('every question', () => {
  test('has a sample here', () => {
    expect(QUESTIONS.map(placeOf).sort()).toEqual(Object.keys(SAMPLES).sort())
  })

  test.each(CASES)('$place $sample is answered as it declares', async ({ question, sample }) => {
    const asked = readAsked(question.parameters, textOf(sample))
    const answer = JSON.parse(JSON.stringify(await small.hub.ask(question, asked)))
    expect(question.answer.parse(answer)).toEqual(answer)
  })

  test.each(CASES.filter(({ question }) => question.path && question.command))(
    '$place $sample is answered alike over HTTP and by the command line',
    async ({ place, question, sample }) => {
      const asked = textOf(sample)
      const words = [...wordsOf(question, asked), ...(CHOSEN_BY[place] ?? [])]
      const printed = JSON.parse(await cchcInside([...words, '--format', 'json'], small))
      const response = await createGateway(small.hub).request(urlOf(question, asked))
      const { next: _, ...document } = JSON.parse(await response.text())
      expect(response.status).toBe(200)
      expect(printed).toEqual(document)
    },
  )

  test.each(CASES.filter(({ question }) => question.path && question.command))(
    '$place $sample is printed alike by the hub here and by one behind a gateway',
    async ({ place, question, sample }) => {
      const words = [...wordsOf(question, textOf(sample)), ...(CHOSEN_BY[place] ?? [])]
      const far = { cwd: '/', env: { CCHC_GATEWAY: gateway }, language: 'vi' as const }
      const here = { ...small, language: 'vi' as const }
      for (const form of formsOf(place)) {
        const all = [...words, '--format', form]
        const asOf = (text: string) => text.replaceAll(MADE_AT, 'MADE')
        expect(asOf(await cchcInside(all, far)), form).toBe(asOf(await cchcInside(all, here)))
      }
    },
  )
})

/** Reports bear the instant at which they were made. */
const MADE_AT = /"madeAt": ?\d+/g

/** Reports are files. */
function formsOf(place: string): readonly string[] {
  return [/report/.test(place) ? 'csv' : 'table', 'json']
}

function wordsOf(question: Question, asked: Readonly<Record<string, string>>): string[] {
  const positions = positionsOf(question)
  const words = String(question.command)
    .split(' ')
    .filter((word) => /^[a-z]/.test(word))
  const placed = positions.flatMap(({ name }) => asked[name] ?? [])
  const options = Object.entries(asked).flatMap(([name, text]) => {
    if (positions.some((position) => position.name === name)) return []
    const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
    return helpOf(question, name).placeholder === undefined ? [flag] : [flag, text]
  })
  return [...words, ...placed, ...options]
}

function urlOf({ path }: Question, asked: Readonly<Record<string, string>>): string {
  const template: string = path ?? ''
  const inPath = Object.keys(asked).filter((name) => template.includes(`{${name}}`))
  const query = Object.entries(asked).filter(([name]) => !inPath.includes(name))
  const url = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => asked[name] ?? '')
  return `${url}?${new URLSearchParams(query)}`
}

function helpOf({ parameters }: Exchange, name: string): Readonly<Record<string, unknown>> {
  return (parameters.shape[name] as z.ZodType).meta() ?? {}
}

/** Lists are shown from their beginning by the command line. */
const PAGES = Object.keys(page)

const EXCHANGES: readonly Exchange[] = [...QUESTIONS, ...ACTIONS, ...EXPORTS]

test.each([
  'sync',
  'doctor',
  'sources check',
  'connector try one-stop',
  'serve',
  'backup x.db',
  'period close 2022',
  'indicators set plan_tasks_total 3 --period 2022',
])('cchc %s says that it cannot be done through a gateway', async (words) => {
  const far = { cwd: '/', env: { CCHC_GATEWAY: gateway } }
  await expect(cchcInside(words.split(' '), far)).rejects.toThrow(
    'This command cannot be done through a gateway.',
  )
})

test('days above the list of due dossiers are written as those in it', async () => {
  const asked = ['due', '--org', 'H99', '--day', '2022-06-30', '--format', 'md']
  const told = await cchcInside(asked, { ...small, language: 'vi' })
  expect(told).toMatch(/^Ngày 30\/6\/2022: .* trước hết ngày \d\d\/\d+\/2022\.$/m)
})

/** What is asked and done over HTTP, with the names of its parameters there; files are no such. */
const DESCRIBED = [
  ...QUESTIONS.flatMap(({ path, parameters, files = [] }) => {
    if (path === undefined) return []
    const own = Object.keys(parameters.shape).filter((name) => !files.includes(name))
    const more = path === '/v1/reports/{template}' ? ['format'] : []
    return [{ path, method: files.length > 0 ? 'post' : 'get', names: [...own, ...more], files }]
  }),
  ...EXPORTS.map(({ path, parameters }) => {
    return { path, method: 'get', names: [...Object.keys(parameters.shape), 'format'], files: [] }
  }),
  ...ACTIONS.flatMap(({ http }) => {
    if (!http) return []
    const inPath = [...http.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
    return [{ ...http, names: [...inPath, ...http.query], files: http.files ?? [] }]
  }),
].map(({ files, names, ...one }) => ({
  ...one,
  names: [...names, ...(files.length ? ['name'] : [])],
}))

describe('what is asked and told', () => {
  test('has help in both languages, down to every parameter', () => {
    for (const exchange of EXCHANGES) {
      const { about, parameters, command } = exchange
      const texts = Object.keys(parameters.shape).flatMap((name) => {
        const { description, vi: vietnamese } = helpOf(exchange, name)
        return [description, vietnamese]
      })
      for (const text of [about.en, about.vi, ...texts]) {
        expect(text, command).toMatch(/\S/)
        expect(text, command).toBe(String(text).normalize('NFC'))
      }
    }
  })

  test('has a command whose help names every parameter of it', async () => {
    const program = await buildProgram(await contextIn('en'), COMMAND_NAMES)
    const commands = new Map(withPaths(program))
    for (const exchange of EXCHANGES.filter(({ command }) => command !== undefined)) {
      const path = String(exchange.command).replace(/ [<[].*/, '')
      const options = commands.get(path)?.options.map((option) => option.attributeName())
      const known = [...(options ?? []), ...positionsOf(exchange).map(({ name }) => name)]
      const needed = Object.keys(exchange.parameters.shape).filter((name) => !PAGES.includes(name))
      expect(options, path).toBeDefined()
      expect(known, path).toEqual(expect.arrayContaining(needed))
    }
  })

  test.each(DESCRIBED)('$method $path is in the description of the API', async (one) => {
    const response = await createGateway(small.hub).request('/openapi.json')
    const { paths } = JSON.parse(await response.text())
    const { parameters } = paths[one.path][one.method]
    expect(parameters.map(({ name }: { name: string }) => name).sort()).toEqual(one.names.sort())
  })
})

function withPaths(command: Command, path: readonly string[] = []): [string, Command][] {
  return command.commands.flatMap((one) => {
    const own = [...path, one.name()]
    return [[own.join(' '), one] as [string, Command], ...withPaths(one, own)]
  })
}
