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
  /** Those of them that take any number of files. */
  readonly several: readonly string[]
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
export async function filesIn(upload: Upload): Promise<Files> {
  const [first = ''] = upload.files
  const found = new Map<string, GivenFile[]>(upload.several.map((name) => [name, []]))
  if (bareType(upload.type) === FORM) await addParts(found, upload)
  else if (upload.name === undefined) throw wrong([{ path: 'name', message: say('is needed') }])
  else found.set(first, [{ name: plainName(upload.name), bytes: upload.bytes }])
  const given = [...found].map(([name, all]) => {
    return [name, upload.several.includes(name) ? all : all[0]] as const
  })
  return Object.fromEntries(given.filter(([, files]) => files !== undefined)) as Files
}

type Files = Readonly<Record<string, GivenFile | readonly GivenFile[]>>

/** As many as `cchc` takes of a folder. */
const MOST_FILES = 1000

async function addParts(
  found: Map<string, GivenFile[]>,
  { bytes, type, files, several }: Upload,
): Promise<void> {
  for (const [name, part] of await formOf(bytes, type)) {
    if (typeof part === 'string' || !files.includes(name)) throw wrong([noneOf(files)])
    const before = found.get(name) ?? []
    const most = several.includes(name) ? MOST_FILES : 1
    if (before.length >= most) throw wrong([{ path: name, message: tooOften(most) }])
    const file = { name: plainName(part.name), bytes: await part.bytes() }
    found.set(name, [...before, file])
  }
}

function tooOften(most: number) {
  return most === 1
    ? say('is given more than once')
    : say('is given more than {most} times', { most })
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
