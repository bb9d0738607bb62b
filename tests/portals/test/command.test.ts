import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { FACTS } from '@cchc/domain'
import { afterEach, describe, expect, it } from 'vitest'
import { portalsRequest } from '../src/command/portals-request.ts'
import { PAGING_FAULTS } from '../src/index.ts'

const COMMAND = fileURLToPath(new URL('../src/command/main.ts', import.meta.url))
const ANY = new Request('http://127.0.0.1/')

let child: ChildProcess | undefined
afterEach(() => child?.kill())

/** Starts the command and returns what it says until a text is complete, or until it ends. */
async function said(words: readonly string[], isWhole: (text: string) => boolean): Promise<string> {
  const started = spawn(process.execPath, [COMMAND, ...words])
  child = started
  let text = ''
  const whole = new Promise<void>((resolve) => {
    started.stdout.setEncoding('utf8').on('data', (piece) => {
      text += piece
      if (isWhole(text)) resolve()
    })
  })
  await Promise.race([whole, once(started, 'close')])
  return text
}

describe('the command that serves the portals', () => {
  it('prints a configuration of portals that answer', async () => {
    const text = await said(['--port', '0'], (printed) => printed.includes('reporting:'))
    const [, url = ''] = /baseUrl: (\S+)/.exec(text) ?? []
    expect((await fetch(`${url}/o/rest/v2/dossiers`)).status).toBe(203)
    expect(text).toContain('export OPENCPS_PASSWORD=opencps-password')
    expect(text).toContain('unitCode: 000.00.00.H99')
  })

  it('prints a configuration of a province with iGate', async () => {
    const words = ['--port', '0', '--one-stop', 'igate']
    const text = await said(words, (printed) => printed.includes('reporting:'))
    const [, login = ''] = /tokenUrl: (\S+)/.exec(text) ?? []
    expect((await fetch(login, { method: 'POST' })).status).toBe(401)
    expect(text).toContain('export IGATE_PASSWORD=igate-password')
    expect(text).toContain('connector: igate')
    expect(text).not.toContain('connector: opencps')
  })

  it.each(['opencps', 'igate'])(
    'prints a configuration of the province of 2026 with %s: facts of dossiers, a ministry and a former province beside it',
    async (oneStop) => {
      const words = ['--port', '0', '--world', 'two-levels', '--one-stop', oneStop]
      const text = await said(words, (printed) => printed.includes('reporting:'))
      const sources = [...text.matchAll(/^ {2}(\S+):\n((?: {4}.*\n)*)/gm)]
      const written = new Map(sources.map(([, name = '', lines = '']) => [name, lines]))
      expect([...written.keys()]).toEqual(['one-stop', 'ministry', 'tinh-cu', 'dvcqg'])
      expect(written.get('ministry')).toContain('ministry: { name: Bộ Tư pháp, code: G15 }')
      expect(written.get('tinh-cu')).toContain('movedTo: one-stop')
      expect(text).toMatch(
        /^successions:\n {2}- \{ date: 2025-07-01, kind: merged, from: \[H48, H34\]/m,
      )
      for (const source of ['one-stop', 'ministry', 'tinh-cu']) {
        for (const fact of FACTS)
          expect(written.get(source)).toMatch(new RegExp(`^ {6}${fact}: `, 'm'))
      }
      expect(text).toContain(
        ' MINISTRY_PASSWORD=ministry-password FORMER_PASSWORD=former-password DVC_PASSWORD=',
      )
    },
  )

  it('prints addresses for programs', async () => {
    const text = await said(['--port', '0', '--json'], (printed) => printed.endsWith('}\n'))
    const { url, openCps, national } = JSON.parse(text)
    expect([openCps.url, national.url]).toEqual([url, url])
  })

  it('misbehaves as often as it is told', () => {
    const request = portalsRequest(['--fault', 'throttled', '--every', '3'])
    if (request === 'help') throw new Error('not asked for help')
    const next = () => request.misbehaves.faults?.next(ANY)?.kind
    const faults = Array.from({ length: 300 }, next).filter((kind) => kind === 'answer')
    expect(faults.length).toBeGreaterThan(50)
    expect(faults.length).toBeLessThan(150)
  })

  it.each(PAGING_FAULTS)('pages wrongly where it is told %s', (fault) => {
    expect(portalsRequest(['--fault', fault])).toMatchObject({ misbehaves: { paging: fault } })
  })

  it('is well and small unless told otherwise', () => {
    const request = portalsRequest([])
    if (request === 'help') throw new Error('not asked for help')
    expect(request).toMatchObject({ port: 8088, json: false, misbehaves: {} })
    expect(request.world().name).toBe('small')
  })

  it.each([
    [['--world', 'mars'], /no --world "mars"; choose one of small, dak-nong/],
    [['--fault', 'constructor'], /no --fault "constructor"; choose one of slow/],
    [['--port', 'http'], /--port takes a whole number, not "http"/],
    [['--ports', '1'], /Unknown option/],
  ])('tells what is wrong with %j', (words, told) => {
    expect(() => portalsRequest(words)).toThrow(told)
  })

  it('ends with 2 where it was asked wrongly', async () => {
    await said(['--world', 'mars'], () => false)
    expect(child?.exitCode).toBe(2)
  })
})
