import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ServedPortals, servePortals, smallWorld } from '@cchc/portals'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, openWorkplace, type Workplace } from '../src/workplace.ts'

const CANARY = 'CANARY'
let portals: ServedPortals
let workplace: Workplace
let said: Answer[]

beforeAll(async () => {
  const quirks = { malformedEvery: 5, duplicateEvery: 9, staleEvery: 11 }
  portals = await servePortals({ world: smallWorld({ dossiers: 300 }), quirks })
  workplace = openWorkplace(portals)
  const run = (...words: string[]) => workplace.run(...words)
  said = [
    await run('sync', '--verbose'),
    await run('quarantine', '--format', 'json'),
    await run('quarantine', 'retry', '--verbose'),
    await run('runs', '--format', 'json'),
    await run('stats', 'dossiers', '--period', '2022', '--by', 'procedure', '--format', 'csv'),
    await run('stats', 'procedures', '--by', 'field'),
    await run('report', 'tt01-06a', ...REPORT),
    await run('report', 'bnv-581-province', ...REPORT),
  ]
})

const REPORT = ['--org', 'H99', '--period', '2022', '--format', 'xlsx,docx,csv,md,json', '-o', '.']

afterAll(async () => {
  workplace.remove()
  await portals.close()
})

/** Every file of the folder as text, archives unpacked. */
function writtenTexts(): [name: string, text: string][] {
  return readdirSync(workplace.folder).flatMap((name): [string, string][] => {
    const bytes = readFileSync(join(workplace.folder, name))
    const parts = /\.(xlsx|docx)$/.test(name) ? Object.values(unzipSync(bytes)) : [bytes]
    return parts.map((part) => [name, Buffer.from(part).toString('latin1')])
  })
}

describe('what identifies a citizen', () => {
  test('is on the portal', async () => {
    const { openCps } = portals
    const secret = Buffer.from(`${openCps.username}:${openCps.password}`).toString('base64')
    const answer = await fetch(`${openCps.url}/o/rest/v2/dossiers?start=0&end=5`, {
      headers: {
        authorization: `Basic ${secret}`,
        groupId: openCps.groupId,
        accept: 'application/json',
      },
    })
    expect(await answer.text()).toContain(CANARY)
  })

  test('is in no output of any command', () => {
    expect(said.map(({ code }) => code)).toEqual([3, 0, 3, 0, 0, 0, 0, 0])
    for (const { stdout, stderr } of said) expect(stdout + stderr).not.toContain(CANARY)
  })

  test('is in no file: database, write-ahead log, reports', () => {
    const names = new Set<string>()
    for (const [name, text] of writtenTexts()) {
      names.add(name)
      expect(text.includes(CANARY), name).toBe(false)
    }
    expect(names.size).toBeGreaterThanOrEqual(12)
  })
})

test('passwords are in no output and no file', () => {
  const secrets = [portals.openCps.password, portals.national.password]
  const texts = [
    ...said.map(({ stdout, stderr }) => stdout + stderr),
    ...writtenTexts().map(([, text]) => text),
  ]
  for (const secret of secrets) {
    expect(texts.filter((text) => text.includes(secret))).toEqual([])
  }
})
