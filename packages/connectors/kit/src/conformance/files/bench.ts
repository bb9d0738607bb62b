import { createHash } from 'node:crypto'
import { PortalUnavailable, say } from '@cchc/domain'
import type { FilesConnector } from '../../contract/connector.ts'
import type { OpenStreams, Page } from '../../contract/page.ts'
import type { Streams } from '../../contract/stream.ts'
import { createIo } from '../../create-io.ts'
import type { FilesSource } from '../../files-source.ts'
import type { Files, SourceFile } from '../../io.ts'
import { MOST_PAGES, type Subject, streamsOf } from '../bench.ts'
import { failureOf, memoryLog, withConsole } from '../machine.ts'
import type { FilesConformanceOptions, FolderContent } from './options.ts'

/** Nothing is there: whoever reads past `io.files` finds nothing. */
const PATH = '/no/such/folder/on/any/machine'

/** What came of a reading of files; `error` is undefined where it ended by itself. */
export interface FilesReading {
  readonly pages: readonly Page[]
  readonly error: unknown
  /** Paths, as often as they were read. */
  readonly read: readonly string[]
  /** How often files were listed or read. */
  readonly asked: number
  /** What was logged, and written to the console. */
  readonly logged: string
}

/** The connector on files that are in memory alone. */
export class FilesBench {
  readonly connector: FilesConnector
  readonly options: FilesConformanceOptions
  readonly config: FilesSource

  constructor(connector: FilesConnector, options: FilesConformanceOptions) {
    this.connector = connector
    this.options = options
    this.config = connector.config.parse({ ...options.config, path: PATH })
  }

  get id(): string {
    return this.connector.id
  }

  get streams(): Subject[] {
    return streamsOf(this.connector)
  }

  /** The connector opened on a folder; null = one that cannot be reached. */
  open(content: FolderContent | null) {
    const asked: Asked = { lists: 0, read: [] }
    const logged: string[] = []
    const { now } = this.options
    const outside = { log: memoryLog(logged), now: () => now, signal: new AbortController().signal }
    const files = content ? filesIn(content, asked) : UNREACHABLE
    const io = { ...createIo(outside), sleep: async () => undefined, files }
    const streams: OpenStreams<Streams> = this.connector.open(this.config, io)
    return { streams, asked, logged, check: () => this.connector.check(this.config, io) }
  }

  /** Reads a stream from a cursor on; never throws. */
  async act(
    { name }: Subject,
    content: FolderContent | null = this.options.files,
    cursor?: unknown,
  ): Promise<FilesReading> {
    const { streams, asked, logged } = this.open(content)
    const pages: Page[] = []
    const error = await failureOf(() =>
      withConsole(logged, async () => {
        for await (const page of streams[name]?.read({ cursor: cursor as undefined }) ?? []) {
          pages.push(page)
          if (pages.length > MOST_PAGES) throw new Error('the reading has no end')
        }
      }),
    )
    const { lists, read } = asked
    return { pages, error, read, asked: lists + read.length, logged: logged.join('\n') }
  }
}

/** What was asked of the files. */
interface Asked {
  lists: number
  readonly read: string[]
}

function filesIn(content: FolderContent, asked: Asked): Files {
  const bytesOf = (path: string) => Buffer.from(content[path] ?? '')
  const listed = Object.keys(content)
    .toSorted()
    .map((path): SourceFile => {
      const bytes = bytesOf(path)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      return { path, size: bytes.byteLength, sha256, modifiedAt: 0 }
    })
  return {
    async list() {
      asked.lists += 1
      return listed
    },
    async read({ path }) {
      asked.read.push(path)
      return new Uint8Array(bytesOf(path))
    },
  }
}

async function unreachable(): Promise<never> {
  throw new PortalUnavailable(
    say('{path}: cannot be read ({code})', { path: PATH, code: 'ENOENT' }),
  )
}

const UNREACHABLE: Files = { list: unreachable, read: unreachable }
