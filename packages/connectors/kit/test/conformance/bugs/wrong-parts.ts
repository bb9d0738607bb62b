import { parseJson } from '../../../src/index.ts'
import { GOOD } from '../one-stop.ts'
import { dossiersFrom, type Parse, parseAnswer, requested, rowOf } from '../one-stop-answers.ts'
import type { Answer, Asked, Client, Parts, Row, Rows } from '../one-stop-parts.ts'
import { BASE_URL } from '../one-stop-portal.ts'

type List = Parts['list']

/** Pages by offset as many write them: on until the total is reached, and nothing noticed of what moves. */
export const ownPages: List = async function* (parts, client, { query, start }) {
  for (let next = start, total = 1; next < total; ) {
    const answer: Answer = await parts.fetch(parts, client, dossiersFrom(query, next))
    total = answer.total
    next += 4
    yield { rows: answer.rows.map(rowOf), next }
  }
}

/** Pages by offset, on until there is none. */
export const untilEmpty: List = async function* (parts, client, { query, start }) {
  for (let next = start; ; ) {
    const { rows }: Answer = await parts.fetch(parts, client, dossiersFrom(query, next))
    if (rows.length === 0) return
    next += rows.length
    yield { rows: rows.map(rowOf), next }
  }
}

/** A list that ends where something fails. */
export const swallowing: List = async function* (parts, client, list) {
  try {
    yield* GOOD.list(parts, client, list)
  } catch {
    yield { rows: [], next: 0 }
  }
}

/** One that changes the rows or places of each page. */
export const changing = (change: (page: Rows, nth: number) => Rows): List =>
  async function* (parts, client, list) {
    let nth = 0
    for await (const page of GOOD.list(parts, client, list)) yield change(page, nth++)
  }

export const fetching: Parts['send'] = async (_, { path, query, token }) => {
  const url = new URL(path, BASE_URL)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value))
  const answer = await fetch(url, { headers: { Authorization: `Bearer ${token}` } })
  return (await answer.json()) as Answer
}

/** Parses when the request is over, so that nothing is asked for again. */
export const parsedLater: Parts['send'] = async ({ http: client }, { path, query, token }) => {
  const headers = { Authorization: `Bearer ${token}` }
  const asked = { url: path, query, headers, accept: [200] }
  return parseAnswer(await client.read(asked, (answer) => answer))
}

/** Sends as it should, with something else in the request. */
export const sending =
  (change: (asked: Asked & { token: string }) => object, parse?: Parse): Parts['send'] =>
  ({ http: client }, asked) => {
    const { path, query, token } = asked
    const headers = { Authorization: `Bearer ${token}` }
    return requested(client, { url: path, query, headers, ...change(asked) }, parse)
  }

export const same = () => ({})

export const logging =
  (line: (asked: Asked & { token: string }) => unknown): Parts['send'] =>
  (io, asked) => {
    io.log.info('asking', { request: line(asked) })
    return GOOD.send(io, asked)
  }

export const applicantOf = (row: Row) =>
  (row.applicant as { fullName: string } | undefined)?.fullName ?? ''

export const failingAtBroken: Parts['map'] = (rows, map) => rows.map(map)

export const lenient: Parse = (response) => {
  const body = response.status < 500 ? parseJson(response) : {}
  const { rows = [], total = 0 } = (body ?? {}) as Partial<Answer>
  return { rows, total }
}

export const nothing: Parse = (response) =>
  response.status === 429 ? { rows: [], total: 0 } : parseAnswer(response)

export function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
}

export const ANY_STATUS = [200, 500, 503]

/** As `swallowing`, but for some failures. */
const swallowingOnly = (isMeant: (code: unknown) => boolean): Parts['list'] =>
  async function* (parts, client, list) {
    try {
      yield* GOOD.list(parts, client, list)
    } catch (thrown) {
      if (!isMeant((thrown as { code?: unknown }).code)) throw thrown
    }
  }

export const exceptStop = swallowingOnly((code) => code !== 'run_interrupted')

export async function orEmpty(parts: Parts, client: Client, asked: Asked): Promise<Answer> {
  client.token ??= await parts.login(client.io, client.config)
  return (await parts.send(client.io, { ...asked, token: client.token })) ?? { total: 0, rows: [] }
}
