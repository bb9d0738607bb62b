import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CCHC } from '@cchc/command'
import type { ServedPortals } from '@cchc/portals'

/** What a finished command said. */
export interface Answer {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A temporary folder in which real `cchc` processes work on simulated portals. */
export interface Workplace {
  readonly folder: string
  /** Points the configuration at another database, `sqlite:cchc.db` until then, with more of the environment. */
  useStore(url: string, others?: Readonly<Record<string, string>>): void
  start(...words: string[]): ChildProcess
  run(...words: string[]): Promise<Answer>
  /** What a question answers in JSON; throws what it says instead. */
  ask<T>(...words: string[]): Promise<T>
  remove(): void
}

interface Asking {
  /** What the province has; OpenCPS unless stated. */
  readonly oneStop?: keyof typeof ONE_STOPS
  /** Which figures of the national portal are read; those of 2022 unless stated. */
  readonly reporting?: object
  /** A ministry's central system is a source too, `bo`, of this ministry. */
  readonly ministry?: object
  readonly pageSize?: number
  readonly timeoutSeconds?: number
}

const OF_2022 = { since: 2022, until: 2022 }

/** Makes a folder with a configuration for both portals; commits are small, so that a sync has many of them. */
export function openWorkplace(portals: ServedPortals, asking: Asking = {}): Workplace {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-e2e-'))
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    LANG: 'C.UTF-8',
    STORE_URL: 'sqlite:cchc.db',
    OPENCPS_PASSWORD: portals.openCps.password,
    IGATE_PASSWORD: portals.igate.password,
    MINISTRY_PASSWORD: portals.ministry.password,
    DVC_PASSWORD: portals.national.password,
  }
  const useStore = (url: string, others: Readonly<Record<string, string>> = {}) => {
    Object.assign(env, others, { STORE_URL: url })
  }
  const start = (...words: string[]) =>
    spawn(process.execPath, [CCHC, ...words], {
      cwd: folder,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  writeFileSync(join(folder, 'cchc.config.yaml'), configuration(portals, asking))
  return {
    folder,
    useStore,
    start,
    run: (...words) => answerOf(start(...words)),
    async ask<T>(...words: string[]) {
      const { stdout, stderr } = await answerOf(start(...words, '--format', 'json'))
      if (stdout === '') throw new Error(stderr)
      return JSON.parse(stdout) as T
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Waits until a command has ended. */
export async function answerOf(child: ChildProcess): Promise<Answer> {
  let [stdout, stderr] = ['', '']
  child.stdout?.on('data', (text) => {
    stdout += text
  })
  child.stderr?.on('data', (text) => {
    stderr += text
  })
  const [code] = await once(child, 'close')
  return { code, stdout, stderr }
}

const ONE_STOPS = {
  opencps: ({ openCps }: ServedPortals) => `
    connector: opencps
    baseUrl: ${openCps.url}
    username: ${openCps.username}
    password: \${env:OPENCPS_PASSWORD}
    groupId: "${openCps.groupId}"`,
  igate: ({ igate }: ServedPortals) => `
    connector: igate
    baseUrl: ${igate.url}
    login:
      tokenUrl: ${igate.tokenUrl}
      clientId: ${igate.clientId}
      username: ${igate.username}
      password: \${env:IGATE_PASSWORD}
    statuses: ${JSON.stringify(igate.statuses)}
    statistics: ${JSON.stringify({
      agencyId: igate.agencyId,
      agencyLevels: igate.levels.agency,
      procedureLevels: igate.levels.procedure,
    })}`,
} as const

function configuration(
  portals: ServedPortals,
  {
    oneStop = 'opencps',
    reporting = OF_2022,
    ministry,
    pageSize = 25,
    timeoutSeconds = 60,
  }: Asking,
): string {
  const { national } = portals
  return `store:
  url: \${env:STORE_URL}
sync:
  commitRows: 60
sources:
  one-stop:${ONE_STOPS[oneStop](portals)}
    since: 2021-09-01
    windowDays: 90
    pageSize: ${pageSize}
    http: { timeoutSeconds: ${timeoutSeconds} }${ministry ? ministrySource(portals, ministry) : ''}
  dvcqg:
    connector: national-dvc
    baseUrl: ${national.url}
    username: ${national.username}
    password: \${env:DVC_PASSWORD}
    unitCode: ${national.unitCode}
    reporting: ${JSON.stringify(reporting)}
    http: { timeoutSeconds: ${timeoutSeconds} }
`
}

function ministrySource({ ministry: system }: ServedPortals, ministry: object): string {
  return `
  bo:
    connector: opencps
    ministry: ${JSON.stringify(ministry)}
    baseUrl: ${system.url}
    username: ${system.username}
    password: \${env:MINISTRY_PASSWORD}
    groupId: "${system.groupId}"
    since: 2021-09-01`
}
