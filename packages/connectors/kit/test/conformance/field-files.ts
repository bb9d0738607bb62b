import { Field, say } from '@cchc/domain'
import { z } from 'zod'
import type { FilesConformanceOptions } from '../../src/conformance/files/options.ts'
import {
  defineConnector,
  type FilesConnector,
  type FilesIo,
  FilesSource,
  refusedRecord,
  type SourceFile,
} from '../../src/index.ts'

/** The first version kept the paths alone: such files are read again. */
const OldCursor = z.object({ paths: z.array(z.string()) })
const Cursor = z.object({ read: z.record(z.string(), z.string()) })
type Cursor = z.output<typeof Cursor>

/** What a connector of files is made of; a planted bug is another one of these. */
export interface FileParts {
  step(older: unknown): unknown
  list(io: FilesIo): Promise<readonly SourceFile[]>
  /** Whether a file was read before. */
  isKnown(file: SourceFile, cursor: Cursor): boolean
  note(file: SourceFile): Record<string, string>
  records(text: string, file: SourceFile): object[]
  early(io: FilesIo): void
}

export const GOOD_FILES: FileParts = {
  step(older) {
    OldCursor.parse(older)
    return { read: {} }
  },
  list: (io) => io.files.list(),
  isKnown: ({ path, sha256 }, { read }) => read[path] === sha256,
  note: ({ path, sha256 }) => ({ [path]: sha256 }),
  records(text, { path }) {
    if (!text.startsWith('code;name;head\n')) {
      return [refusedRecord(say('{file}: is no list of fields', { file: path }))]
    }
    const rows = text.trim().split('\n').slice(1)
    return rows.map((row) => {
      const [code, name] = row.split(';')
      return { code, name }
    })
  },
  early: () => undefined,
}

/** Fields in files of `code;name;head`. */
export function fieldFiles(changed: Partial<FileParts> = {}): FilesConnector {
  const parts = { ...GOOD_FILES, ...changed }
  const connector = defineConnector({
    kind: 'files',
    id: 'field-files',
    version: '1.0.0',
    title: 'Tệp lĩnh vực',
    config: FilesSource,
    streams: {
      fields: {
        entity: 'field',
        record: Field,
        key: ['code'],
        cursor: Cursor,
        cursorSteps: [parts.step],
        deletes: 'never',
      },
    },
    open(_, io) {
      parts.early(io)
      return { fields: { read: ({ cursor }) => read(parts, io, cursor) } }
    },
    check: async (_, io) => void (await parts.list(io)),
  })
  return connector as unknown as FilesConnector
}

async function* read(parts: FileParts, io: FilesIo, before: Cursor = { read: {} }) {
  let cursor = before
  for (const file of await parts.list(io)) {
    if (parts.isKnown(file, cursor)) continue
    const text = new TextDecoder().decode(await io.files.read(file))
    cursor = { read: { ...cursor.read, ...parts.note(file) } }
    yield { records: parts.records(text, file), cursor } as never
  }
}

const HEAD = 'code;name;head\n'
const FILES = {
  'a.csv': `${HEAD}LV01;Đất đai;Lê Văn Giữ\nLV02;Hộ tịch;Lê Văn Giữ\n`,
  'sub/b.csv': `${HEAD}LV03;Đầu tư;Trần Thị Kín\n`,
}

export const FILE_OPTIONS: FilesConformanceOptions = {
  config: {},
  now: Date.UTC(2026, 0, 15),
  files: FILES,
  holds: { fields: { count: 3, samples: [{ code: 'LV03', name: 'Đầu tư' }] } },
  personal: ['Lê Văn Giữ', 'Trần Thị Kín'],
  older: { fields: [{ version: 1, cursor: { paths: ['a.csv'] }, left: 3 }] },
  broken: { 'c.csv': 'Lê Văn Giữ; no list' },
  later: {
    ...FILES,
    'a.csv': `${HEAD}LV01;Đất đai và môi trường;Lê Văn Giữ\nLV02;Hộ tịch;Lê Văn Giữ\n`,
    'd.csv': `${HEAD}LV04;Y tế;Trần Thị Kín\n`,
  },
}
