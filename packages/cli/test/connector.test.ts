import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectorTry } from '@cchc/hub/questions/connector-try'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printTrial } from '../src/commands/connector/print-trial.ts'
import { EXIT } from '../src/exit-code.ts'
import { cchcInside, contextIn } from './cchc-inside.ts'
import { openSmallHub, type SmallHub } from './small-hub.ts'

let small: SmallHub
beforeAll(async () => {
  small = await openSmallHub()
})

const inside = (...words: string[]) => cchcInside(['connector', ...words], small)

describe('cchc connector try', () => {
  it('shows what would be stored of a stream', async () => {
    const said = await inside('try', 'one-stop', '--stream', 'dossiers')
    expect(said).toMatch(/^dossiers \(dossier\): \d+ records on the first page, 0 refused/)
    expect(said).toMatch(/^ {2}organisationCode +H99/m)
  })

  it('shows what is refused and why, what is gone and what cannot be read', async () => {
    const nothing = { read: 0, records: [], refused: [], removed: [], cursor: null, error: null }
    const printed: string[] = []
    const context = await contextIn('vi')
    const terminal = { ...context.terminal, print: (text: string) => printed.push(text) }
    const given = { options: { format: 'table' as const }, words: [] }
    const code = await printTrial(
      { ...context, ...given, terminal },
      {
        source: 'city',
        connector: 'city',
        streams: [
          { ...nothing, stream: 'fields', entity: 'field' },
          {
            ...nothing,
            stream: 'dossiers',
            entity: 'dossier',
            read: 1,
            refused: [{ key: { code: 'A-1' }, reasons: [{ path: 'state', message: 'lạ' }] }],
            removed: [{ code: 'B-2' }],
          },
          {
            ...nothing,
            stream: 'figures',
            entity: 'portal-figure',
            error: { code: 'portal_denied', message: 'bị từ chối', fix: 'xin quyền' },
          },
        ],
      },
    )
    expect(printed.join('\n')).toContain('fields (field): không có gì')
    expect(printed.join('\n')).toContain('bị từ chối: A-1: state: lạ\nđã xóa: B-2')
    expect(printed.join('\n')).toMatch(/figures \(portal-figure\): Lỗi: bị từ chối\n.*: xin quyền/)
    expect(code).toBe(EXIT.partial)
  })

  it('gives every stream as one document', async () => {
    const { streams } = connectorTry.answer.parse(
      JSON.parse(await inside('try', 'dvcqg', '--format', 'json')),
    )
    expect(streams.map(({ stream }) => stream)).toContain('procedures')
    for (const { error, read } of streams) expect([error, read > 0]).toEqual([null, true])
  })

  it('stores nothing and needs no database', async () => {
    const before = readFileSync(join(small.cwd, 'cchc.db'))
    await inside('try', 'one-stop', '--stream', 'dossiers')
    expect(readFileSync(join(small.cwd, 'cchc.db')).equals(before)).toBe(true)
  })

  it.each([
    [['try', 'one-stap'], 'No source "one-stap" is configured'],
    [['try', 'one-stop', '--stream', 'dosiers'], 'No stream "dosiers" of this source'],
  ])('%j is told', async (words, told) => {
    await expect(inside(...words)).rejects.toThrow(told)
  })
})

describe('cchc connector record', () => {
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cchc-record-'))
    await inside('record', 'one-stop', '--output', join(folder, 'kept'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('keeps the answers of each stream, with placeholders for what no record needs', () => {
    const text = readdirSync(join(folder, 'kept'))
      .map((name) => readFileSync(join(folder, 'kept', name), 'utf8'))
      .join('\n')
    expect(text).toContain('applicantName')
    expect(text).not.toMatch(/Canary|opencps-password|\b0\d{9}\b/)
    const [first] = JSON.parse(readFileSync(join(folder, 'kept/dossiers.json'), 'utf8'))
    expect(first.status).toBe(200)
  })

  it('names each field that was kept', () => {
    const fields = readFileSync(join(folder, 'kept/fields.txt'), 'utf8')
    expect(fields).toMatch(/^kept {6}\S+ .*dossierNo$/m)
    expect(fields).toMatch(/^replaced {2}\S+ .*applicantName$/m)
    expect(fields).not.toMatch(/^kept .*(applicant|contact|address|delegate)/im)
  })

  it('writes into no folder that holds something', async () => {
    await expect(inside('record', 'dvcqg', '--output', small.cwd)).rejects.toThrow('exists already')
  })
})

describe('cchc connector new', () => {
  it('writes a package', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'cchc-new-')), 'city-permits')
    await inside('new', folder)
    expect(existsSync(join(folder, 'src/city-permits.ts'))).toBe(true)
    rmSync(folder, { recursive: true })
  })
})

describe('cchc connector test', () => {
  const EXAMPLE = join(import.meta.dirname, '../../connectors/example')

  it('tells part by part how a connector comes out', async () => {
    const said = await inside('test', EXAMPLE)
    expect(said).toMatch(/^dossiers +\d+ +0$/m)
  })

  it.each([
    [import.meta.dirname, 'There is no package with vitest'],
    [join(import.meta.dirname, '../../../tests/mutation'), 'proves a connector'],
  ])('%s is told', async (path, told) => {
    await expect(inside('test', path)).rejects.toThrow(told)
  })
})
