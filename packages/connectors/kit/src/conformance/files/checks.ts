import { inspect } from 'node:util'
import { isAppError } from '@cchc/domain'
import type { StreamSpec } from '../../contract/stream.ts'
import { unreadableReason } from '../../map-each.ts'
import { fromStore, type Subject } from '../bench.ts'
import { type Check, type Finding, firstOf, isKept } from '../check.ts'
import { FACT_CHECKS } from '../declaration-checks.ts'
import { failureOf } from '../machine.ts'
import { olderCursorCheck } from '../older-cursors.ts'
import { difference, inequality, isRest, recordsOf } from '../records.ts'
import type { FilesBench, FilesReading } from './bench.ts'

const OWN: readonly Check<FilesBench>[] = [
  {
    name: 'reads no file before a stream is read',
    of: 'connector',
    fix: 'Return one reader for each stream from open, and list and read files when one is read.',
    run: async (bench) => {
      const { streams, asked } = bench.open(bench.options.files)
      const used = asked.lists + asked.read.length
      const declared = bench.streams.map(({ name }) => name).sort()
      const opened = Object.keys(streams).sort().join(', ')
      if (opened === declared.join(', ') && used === 0) return undefined
      return { expected: declared.join(', '), came: `${opened}, and ${used} questions for files` }
    },
  },
  {
    name: 'tells of a folder that cannot be reached',
    of: 'connector',
    fix: 'Let pass what io.files throws, in check and in every stream: an empty page means that there is nothing.',
    run: async (bench) => {
      const checked = await failureOf(bench.open(null).check)
      if (!isAppError(checked)) {
        return { expected: 'a failure of check', came: String(checked ?? 'none') }
      }
      return firstOf(bench.streams, async (subject) => {
        const { error } = await bench.act(subject, null)
        if (isAppError(error) || !(await asksForFiles(bench, subject))) return undefined
        return { expected: `a failure of ${subject.name}`, came: String(error ?? 'none') }
      })
    },
  },
  {
    name: 'gives as many records as its files hold',
    of: 'stream',
    fix: 'Read every file by io.files, to its end; correct holds if the files of the test hold another number.',
    run: async (bench, subject) => {
      const reading = await bench.act(subject)
      if (reading.error !== undefined)
        return { expected: 'no failure', came: String(reading.error) }
      const { size } = came(subject, reading)
      const count = bench.options.holds[subject.name]?.count
      return size === count ? undefined : { expected: `${count} records`, came: `${size}` }
    },
  },
  {
    name: 'gives the written-down records of its files',
    of: 'stream',
    fix: 'Compare field by field with what the file says; days are days in Asia/Ho_Chi_Minh.',
    run: async (bench, subject) => {
      const records = bench.options.holds[subject.name]?.samples ?? []
      const samples = { pages: [{ records: records as never[], cursor: undefined }] }
      return difference(came(subject, samples), came(subject, await bench.act(subject)))
    },
  },
  {
    name: 'loses nothing after any page, whenever it dies',
    of: 'stream',
    applies: isKept,
    fix: 'The cursor of a page covers at most the files, and the part of a file, that were handed out up to it.',
    run: async (bench, subject) => {
      const spec = subject.spec as StreamSpec
      const { pages } = await bench.act(subject)
      if (pages.length < 2) return { expected: 'at least two pages', came: `${pages.length}` }
      return firstOf(pages.entries(), async ([i, { cursor }]) => {
        const rest = await bench.act(subject, bench.options.files, fromStore(spec, cursor))
        if (rest.error !== undefined) return { expected: 'no failure', came: String(rest.error) }
        return isRest(spec, { rest, left: { pages: pages.slice(i + 1) }, whole: { pages } })
      })
    },
  },
  {
    name: 'reads nothing again of files that did not change',
    of: 'stream',
    applies: isKept,
    fix: 'Keep the hashes of what was read in the cursor, and read only files with another one.',
    run: async (bench, subject) => {
      const { read, pages } = await bench.act(
        subject,
        bench.options.files,
        await last(bench, subject),
      )
      const records = pages.flatMap((page) => page.records)
      if (read.length === 0 && records.length === 0) return undefined
      return { expected: 'nothing', came: `${records.length} records of ${read.join(', ')}` }
    },
  },
  olderCursorCheck<FilesBench>((bench, subject, cursor) =>
    bench.act(subject, bench.options.files, cursor),
  ),
  {
    name: 'reads what is new and what was replaced',
    of: 'stream',
    fix: 'Tell files apart by path and hash, never by date or size.',
    run: async (bench, subject) =>
      (await asksForFiles(bench, subject)) ? judgeNews(bench, subject) : undefined,
  },
  {
    name: 'loses to a broken file that file alone, and tells it',
    of: 'connector',
    fix: 'Read each file by itself; in one stream hand out a refusedRecord for what cannot be read, with its path in the words.',
    run: (bench) =>
      firstOf(Object.keys(bench.options.broken), async (path) => judgeBroken(bench, path)),
  },
  {
    name: 'hands out and tells nothing personal of its files',
    of: 'stream',
    fix: 'Take the fields that count out of a row, one by one; say in errors and logs which cell is wrong and how, never what it holds.',
    run: async (bench, subject) => {
      const { files, broken, personal } = bench.options
      return firstOf([files, { ...files, ...broken }], async (content) => {
        const { pages, error, logged } = await bench.act(subject, content)
        const told = [inspect(pages, { depth: 12 }), logged, inspect(error)].join('\n')
        const found = personal.find((text) => told.toLowerCase().includes(text.toLowerCase()))
        return found === undefined ? undefined : { expected: 'none', came: `"${found}"` }
      })
    },
  },
]

/** All promises of a connector of files. */
export const FILES_CHECKS: readonly Check<FilesBench>[] = [...FACT_CHECKS, ...OWN]

/** What a second pass reads of `later`, held against a first one of it. */
async function judgeNews(bench: FilesBench, subject: Subject): Promise<Finding | undefined> {
  const { later } = bench.options
  const cursor = isKept(subject.spec as StreamSpec) ? await last(bench, subject) : undefined
  const second = await bench.act(subject, later, cursor)
  if (second.error !== undefined) return { expected: 'no failure', came: String(second.error) }
  const whole = came(subject, await bench.act(subject, later))
  const before = came(subject, await bench.act(subject))
  const news = new Map([...whole].filter(([key, text]) => before.get(key) !== text))
  if (news.size === 0) return { expected: 'something new in later', came: 'none' }
  return difference(news, came(subject, second))
}

async function judgeBroken(bench: FilesBench, path: string): Promise<Finding | undefined> {
  const { files, broken } = bench.options
  const content = { ...files, [path]: broken[path] ?? '' }
  let told = false
  const lost = await firstOf(bench.streams, async (subject) => {
    const reading = await bench.act(subject, content)
    told ||= isTold(reading)
    if (reading.error === undefined) {
      return inequality(came(subject, await bench.act(subject)), came(subject, reading))
    }
    return { expected: `the other files, beside ${path}`, came: String(reading.error) }
  })
  return lost ?? (told ? undefined : { expected: `${path} refused`, came: 'silence' })
}

function came({ spec }: Subject, reading: Pick<FilesReading, 'pages'>): Map<string, string> {
  return recordsOf(spec as StreamSpec, reading)
}

async function last(bench: FilesBench, subject: Subject): Promise<unknown> {
  const { pages } = await bench.act(subject)
  return fromStore(subject.spec as StreamSpec, pages.at(-1)?.cursor)
}

function isTold({ pages }: FilesReading): boolean {
  return pages.some((page) => page.records.some((record) => unreadableReason(record)))
}

/** A stream may be of the configuration alone. */
async function asksForFiles(bench: FilesBench, subject: Subject): Promise<boolean> {
  return (await bench.act(subject)).asked > 0
}
