import { seededRandom } from '../world/random.ts'
import { CHARSETS } from './charsets.ts'

/** What a portal does to the text of an answer. */
export type TextRewriting = (text: string, seed: number) => string

const VIETNAMESE_LETTER = /(?<=[à-ỹ])/gu
const ONE_IN = 40

/** Wrong characters within words, and clocks that go wrong, by name; the same for the same seed. */
export const TEXT_REWRITINGS: Readonly<Record<string, TextRewriting>> = {
  'control-characters': (text, seed) =>
    strewn(text, { seed, pieces: isXml(text) ? ['\u000b', '\u0001'] : ['\\u000b', '\\u0000'] }),
  'lone-surrogates': (text, seed) =>
    strewn(text, { seed, pieces: isXml(text) ? ['&#xD800;'] : ['\\ud800'] }),
  'bare-ampersands': (text, seed) => strewn(text, { seed, pieces: [' & '] }),
  /** Some dossiers were changed in ten years, or ten years ago. */
  'modified-ahead': (text, seed) => withYears(text, { seed, years: 10 }),
  'modified-behind': (text, seed) => withYears(text, { seed, years: -10 }),
}

function isXml(text: string): boolean {
  return text.trimStart().startsWith('<')
}

function strewn(text: string, { seed, pieces }: { seed: number; pieces: readonly string[] }) {
  const random = seededRandom(seed)
  return text.replace(VIETNAMESE_LETTER, () => {
    const isHere = random() * ONE_IN < 1
    return isHere ? (pieces[Math.floor(random() * pieces.length)] ?? '') : ''
  })
}

/** The year in a date of change, as OpenCPS writes it and as iGate does. */
const MODIFIED = [
  /(?<=modifiedDate(?:":"|>)(\d\d\/\d\d\/))\d{4}(?= (\d\d:\d\d:\d\d))/g,
  /(?<="updatedDate":")\d{4}(?=-(\d\d-\d\d)T(\d\d:\d\d:\d\d))/g,
]
const ONE_DATE_IN = 5

/** The same state of a dossier always has the same date. */
function withYears(text: string, { seed, years }: { seed: number; years: number }): string {
  const moved = (year: string, day: string, time: string) => {
    const own = Number(time.replace(/\D/g, '')) + Number(day.replace(/\D/g, ''))
    const isMoved = seededRandom(seed + own)() * ONE_DATE_IN < 1
    return isMoved ? String(Number(year) + years) : year
  }
  return MODIFIED.reduce((changed, date) => changed.replace(date, moved), text)
}

/** Rewrites the text of an answer. */
export async function withText(
  response: Response,
  rewrite: (text: string) => string,
): Promise<Response> {
  const text = rewrite(await response.text())
  return new Response(text, { status: response.status, headers: unmeasured(response) })
}

/** The length of what takes the place of a body is another. */
function unmeasured({ headers }: Response): Headers {
  const others = new Headers(headers)
  others.delete('content-length')
  return others
}

/** Writes an answer in a character set of `CHARSETS`. */
export async function inCharset(response: Response, name: string): Promise<Response> {
  const text = await response.text()
  const encoded = CHARSETS[name]?.(text.replace(/ encoding="[^"]*"/, ''), isXml(text))
  const headers = unmeasured(response)
  const type = headers.get('content-type')?.split(';')[0] ?? 'application/json'
  headers.set('content-type', `${type};charset=${encoded?.stated}`)
  return new Response(encoded?.bytes, { status: response.status, headers })
}

/** Half of the body and then nothing, until whoever waits goes away. */
export async function stalled(response: Response): Promise<Response> {
  const whole = new Uint8Array(await response.arrayBuffer())
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(whole.subarray(0, whole.length >> 1)),
  })
  return new Response(body, { status: response.status, headers: response.headers })
}

/** The body in pieces, with a wait before each. */
export async function trickling(response: Response, waitMs: number): Promise<Response> {
  const whole = new Uint8Array(await response.arrayBuffer())
  const size = Math.max(1, Math.ceil(whole.length / 4))
  let sent = 0
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await new Promise((resolve) => setTimeout(resolve, waitMs))
      controller.enqueue(whole.subarray(sent, sent + size))
      sent += size
      if (sent >= whole.length) controller.close()
    },
  })
  return new Response(body, { status: response.status, headers: response.headers })
}
