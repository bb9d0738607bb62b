import { say, UsageError } from '@cchc/domain'
import type { GivenFile } from '@cchc/hub/check'

/** A body that holds files, before anybody has looked into it. */
export interface Upload {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: string
  /** The name of a single file that is the whole body. */
  readonly name: string | undefined
  /** The parameters that are files; a single one is the first of them. */
  readonly files: readonly string[]
}

/** Several files in one body. */
export const FORM = 'multipart/form-data'

/** What a file that is the whole body may say of itself; what it is, is told by its bytes. */
export const FILE_TYPES = [
  'application/octet-stream',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-excel',
  'application/vnd.oasis.opendocument.spreadsheet',
  'text/csv',
  'application/json',
] as const

/** The media type without its parameters. */
export function bareType(type: string): string {
  return (type.split(';')[0] ?? '').trim().toLowerCase()
}

/** The files of a body by the parameters that they are. Throws UsageError for anything else in it. */
export async function filesIn(upload: Upload): Promise<Readonly<Record<string, GivenFile>>> {
  const [first = ''] = upload.files
  if (bareType(upload.type) === FORM) return partsOf(upload)
  if (upload.name === undefined) throw wrong([{ path: 'name', message: say('is needed') }])
  return { [first]: { name: plainName(upload.name), bytes: upload.bytes } }
}

async function partsOf({ bytes, type, files }: Upload) {
  const found = new Map<string, GivenFile>()
  for (const [name, part] of await formOf(bytes, type)) {
    if (typeof part === 'string' || !files.includes(name)) {
      throw wrong([noneOf(files)])
    }
    if (found.has(name)) throw wrong([{ path: name, message: say('is given more than once') }])
    found.set(name, { name: plainName(part.name), bytes: await part.bytes() })
  }
  return Object.fromEntries(found)
}

async function formOf(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<FormData> {
  try {
    return await new Response(bytes, { headers: { 'Content-Type': type } }).formData()
  } catch (cause) {
    throw new UsageError(say('The body of the request is no multipart/form-data.'), {
      cause,
      fix: HOW_TO_SEND,
    })
  }
}

const LONGEST_NAME = 200

/** A name without folders, and without what no list of files could show. */
function plainName(text: string): string {
  const name = text.split(/[\\/]/).at(-1) ?? ''
  return name.replaceAll(/\p{C}/gu, '').trim().slice(0, LONGEST_NAME) || 'file'
}

const HOW_TO_SEND = say(
  'Send files as parts of multipart/form-data by their names, or one file as the body with its name in the query (name=…).',
)

function noneOf(files: readonly string[]) {
  const names = files.join(', ')
  const message = say('holds a part that is no file of these: {names}', { names })
  return { path: 'body', message }
}

function wrong(faults: UsageError['faults']): UsageError {
  return new UsageError(say('The body of the request cannot be used.'), {
    faults,
    fix: HOW_TO_SEND,
  })
}
