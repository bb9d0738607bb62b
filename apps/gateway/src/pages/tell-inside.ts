import { ACTIONS } from '@cchc/hub/actions/all'
import type { GivenFile } from '@cchc/hub/check'
import { Problem } from '@cchc/hub/questions/problem'
import type { Exchange } from '@cchc/hub/questions/question'
import { PageFailure, type SentFiles, type Tell, type Written } from '@cchc/pages'
import type { Context, Hono } from 'hono'
import { fetchInside } from './ask-inside.ts'

/** How something is told over HTTP. */
interface Told {
  readonly method: string
  readonly path: string
  readonly query: readonly string[]
  readonly body: readonly string[]
  readonly files: readonly string[]
}

/** Tells the gateway's own routes within the process, with the key of whoever looks, as `askInside` asks. */
export function tellInside(app: Hono, context: Context, key: string | undefined): Tell {
  return async (exchange, written, files = {}) => {
    const told = toldBy(exchange)
    const query = new URLSearchParams(some(written, told.query))
    const address = `${pathOf(told.path, written)}?${query}`
    const body = await bodyOf(told, written, files)
    const response = await fetchInside(app, context, { address, key, ...body })
    const answer: unknown = await response.json()
    if (response.ok) return answer as never
    throw new PageFailure(Problem.parse(answer))
  }
}

function toldBy(exchange: Exchange): Told {
  const action = ACTIONS.find((one) => one === exchange)
  if (action?.http) return { files: [], ...action.http }
  const { path, files = [] } = exchange as Partial<Pick<Told, 'path' | 'files'>>
  if (path === undefined) throw new RangeError('nothing of it can be told over HTTP')
  const query = Object.keys(exchange.parameters.shape).filter((name) => !files.includes(name))
  return { method: 'post', path, query, body: [], files }
}

/** A path with what stands in it. */
function pathOf(path: string, written: Written): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(written[name] ?? ''))
}

function some(written: Written, names: readonly string[]): [string, string][] {
  return names.flatMap((name) => {
    const text = written[name]
    return text === undefined ? [] : [[name, text] as [string, string]]
  })
}

async function bodyOf({ method, body, files }: Told, written: Written, sent: SentFiles) {
  if (files.length > 0) return { method, body: await writtenForm(formOf(files, sent)) }
  const json = JSON.stringify(Object.fromEntries(some(written, body)))
  return { method, body: { type: 'application/json', bytes: new TextEncoder().encode(json) } }
}

function formOf(names: readonly string[], sent: SentFiles): FormData {
  const form = new FormData()
  for (const name of names) {
    for (const file of sent[name] ?? []) form.append(name, blobOf(file), file.name)
  }
  return form
}

/** As bytes: a form that is written while it is read fails unheard where its reader stops early. */
async function writtenForm(form: FormData) {
  const response = new Response(form)
  const type = response.headers.get('Content-Type') ?? ''
  return { type, bytes: new Uint8Array(await response.arrayBuffer()) }
}

function blobOf({ bytes }: GivenFile): Blob {
  return new Blob([bytes as Uint8Array<ArrayBuffer>])
}
