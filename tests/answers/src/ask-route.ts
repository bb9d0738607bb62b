import { readFileSync } from 'node:fs'
import { type IncomingHttpHeaders, request } from 'node:http'
import { join } from 'node:path'
import { fileSection, section } from './file-text.ts'
import type { Question } from './questions.ts'

/** Headers that belong to an answer; the others are the transport's. */
const TOLD = ['content-type', 'content-disposition', 'content-security-policy', 'cache-control']
const ALSO_TOLD = ['vary', 'allow', 'location', 'www-authenticate']

interface Asked {
  readonly port: number
  /** Where bodies are taken from. */
  readonly folder: string
}

interface Response {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** Sends one request and tells status, headers and body. */
export async function askRoute({ line, words }: Question, asked: Asked): Promise<string> {
  const { status, headers, body } = await send(words, asked)
  const told = [...TOLD, ...ALSO_TOLD].flatMap((name) =>
    headers[name] === undefined ? [] : [`${name}: ${headers[name]}\n`],
  )
  return [`${line}\nstatus ${status}\n`, ...told, await bodyText(headers, body)].join('')
}

function send(words: readonly string[], { port, folder }: Asked): Promise<Response> {
  const { file, ...asked } = requestOf(words)
  return new Promise((resolve, reject) => {
    const options = { ...asked, host: '127.0.0.1', port, agent: false }
    const sent = request(options, async (answer) => {
      const body = Buffer.concat(await Array.fromAsync(answer))
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body })
    })
    sent.once('error', reject)
    sent.end(file === undefined ? undefined : readFileSync(join(folder, file)))
  })
}

/** `PUT /path Name:value <file`. */
function requestOf([method = 'GET', path = '/', ...rest]: readonly string[]) {
  const file = rest.find((word) => word.startsWith('<'))?.slice(1)
  const written = rest.filter((word) => !word.startsWith('<')).map((word) => word.split(/:(.*)/s))
  const type = file === undefined ? {} : { 'Content-Type': 'application/json' }
  const headers = { ...type, ...Object.fromEntries(written) }
  return { method, path: encodeURI(decodeURI(path)), headers, file }
}

async function bodyText(headers: IncomingHttpHeaders, body: Buffer): Promise<string> {
  const [type = ''] = String(headers['content-type']).split(';')
  if (/json$/.test(type)) return section('body', `${prettyJson(body.toString())}\n`)
  const [kind] = /wordprocessingml|spreadsheetml/.exec(type) ?? []
  if (kind === undefined) return section('body', body.toString())
  return fileSection(kind === 'spreadsheetml' ? 'body.xlsx' : 'body.docx', body)
}

/** As the gateway orders it, but for its own description, whose order means nothing. */
function prettyJson(text: string): string {
  const document = JSON.parse(text)
  return JSON.stringify('openapi' in document ? ordered(document) : document, null, 2)
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, item]) => [key, ordered(item)]))
}
