import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CCHC } from '@cchc/command'
import { type Fault, type OpenCpsQuirks, servePortals, smallWorld } from '@cchc/portals'

/** How a real `cchc` process ended. */
export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly notes: string
}

/** What a configuration for the simulated portals may say differently. */
interface Written {
  readonly store?: string
  readonly openCpsUrl?: string
}

/** Simulated portals, a folder of its own, and real `cchc` processes in it. */
export interface CchcRange {
  readonly folder: string
  readonly passwords: Readonly<Record<'OPENCPS_PASSWORD' | 'DVC_PASSWORD', string>>
  /** Writes a configuration for the portals and returns its path. */
  configure(written?: Written): string
  run(words: readonly string[], env?: Readonly<Record<string, string>>): Promise<Ended>
  /** Sends a signal as soon as the portals have been asked so many more times. */
  runAndSignal(
    words: readonly string[],
    stop: { readonly afterRequests: number; readonly signals: readonly NodeJS.Signals[] },
  ): Promise<Ended>
  /** What goes wrong with every request from now on. */
  misbehave(fault: Fault | undefined): void
  close(): Promise<void>
}

export async function openRange(quirks: OpenCpsQuirks = {}): Promise<CchcRange> {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-cli-'))
  let fault: Fault | undefined
  let onRequest: () => void = () => undefined
  const portals = await servePortals({
    world: smallWorld(),
    quirks,
    faults: { next: () => fault },
    onRequest: () => onRequest(),
  })
  const passwords = {
    OPENCPS_PASSWORD: portals.openCps.password,
    DVC_PASSWORD: portals.national.password,
  }
  const start = (words: readonly string[], env: Readonly<Record<string, string>> = {}) => {
    const clean = { PATH: process.env.PATH, HOME: folder, LANG: 'C.UTF-8' }
    const child = spawn(process.execPath, [CCHC, ...words], {
      cwd: folder,
      env: { ...clean, ...passwords, ...env },
    })
    let [out, notes] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text) => {
      out += text
    })
    child.stderr.setEncoding('utf8').on('data', (text) => {
      notes += text
    })
    const ended = new Promise<Ended>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (code) => resolve({ code, out, notes }))
    })
    return { child, ended }
  }
  return {
    folder,
    passwords,
    configure(written = {}) {
      const path = join(folder, 'cchc.config.yaml')
      writeFileSync(path, configuration(portals, written))
      return path
    },
    run: (words, env) => start(words, env).ended,
    async runAndSignal(words, { afterRequests, signals }) {
      const { child, ended } = start(words)
      let left = afterRequests
      onRequest = () => {
        left -= 1
        if (left === 0) for (const signal of signals) child.kill(signal)
      }
      const result = await ended
      onRequest = () => undefined
      return result
    },
    misbehave(next) {
      fault = next
    },
    async close() {
      await portals.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

type Portals = Awaited<ReturnType<typeof servePortals>>

function configuration({ openCps, national }: Portals, written: Written): string {
  const { store = 'sqlite:cchc.db', openCpsUrl = openCps.url } = written
  return `store:
  url: ${store}
sync:
  commitRows: 20
sources:
  one-stop:
    connector: opencps
    baseUrl: ${openCpsUrl}
    username: ${openCps.username}
    password: \${env:OPENCPS_PASSWORD}
    groupId: "${openCps.groupId}"
    since: 2021-10-01
    pageSize: 25
    http:
      retries: 0
  dvcqg:
    connector: national-dvc
    baseUrl: ${national.url}
    username: ${national.username}
    password: \${env:DVC_PASSWORD}
    unitCode: ${national.unitCode}
    http:
      retries: 0
`
}
