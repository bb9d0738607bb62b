#!/usr/bin/env node
// This file is read by every Node from 14 on, so that one that is too old is told what to do instead of crashing.
import { readFileSync } from 'node:fs'

const ABOUT = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const NEEDED = ABOUT.engines.node.replace('>=', '')
const IN_REPOSITORY = ABOUT.imports['#main'].endsWith('.ts')
const MARK = 'CCHC_NODE_FOUND'
const CODES = { SIGINT: 130, SIGTERM: 143 }

async function start() {
  if (isTooOld(process.versions.node)) return startWithNewerNode()
  delete process.env[MARK]
  const words = process.argv.slice(2)
  if (words.length === 1 && (words[0] === '--version' || words[0] === '-V')) return printVersion()
  return run(words)
}

function isTooOld(version) {
  const [major, minor] = version.split('.').map(Number)
  const [neededMajor, neededMinor = 0] = NEEDED.split('.').map(Number)
  return major < neededMajor || (major === neededMajor && minor < neededMinor)
}

function printVersion() {
  process.stdout.write(`${ABOUT.version}\n`)
}

/** The command is source in the repository and JavaScript in what is installed: package.json says where it is. */
async function run(words) {
  const { enableCompileCache } = await import('node:module')
  enableCompileCache()
  const { main } = await import('#main')
  await main(words)
}

/** The repository brings a Node of its own as the npm package `node`; its absence is not an error of the reader. */
async function startWithNewerNode() {
  const { createRequire } = await import('node:module')
  let newer
  try {
    newer = createRequire(import.meta.url).resolve('node/bin/node')
  } catch {
    newer = undefined
  }
  if (newer === undefined || process.env[MARK]) return refuse()
  const { spawn } = await import('node:child_process')
  const env = Object.assign({}, process.env, { [MARK]: '1' })
  const child = spawn(newer, process.argv.slice(1), { stdio: 'inherit', env })
  passSignals(child)
  child.on('error', refuse)
  child.on('exit', (code, signal) => {
    process.exitCode = code === null ? CODES[signal] || 1 : code
  })
}

/** Ctrl-C on a terminal reaches the child by itself; everything else has to be handed on. */
function passSignals(child) {
  const onTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY
  process.on('SIGINT', () => {
    if (!onTerminal) child.kill('SIGINT')
  })
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  if (process.env.npm_command !== undefined) passParentsEnd(child)
}

/** npx ends without handing SIGTERM on: that the process which it started for us is gone says the same. */
function passParentsEnd(child) {
  const parent = process.ppid
  const looking = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(looking)
    child.kill('SIGTERM')
  }, 500)
  looking.unref()
}

function refuse() {
  const remedy = IN_REPOSITORY
    ? `run npm start (or npm install) in the repository, which brings Node ${NEEDED}, and then npx cchc`
    : 'install a newer one from https://nodejs.org, or beside cchc with npm install node@24'
  process.stderr.write(
    `cchc needs Node ${NEEDED} or newer, this is ${process.versions.node}: ${remedy}\n`,
  )
  process.exitCode = 2
}

start().catch((error) => {
  process.stderr.write(`cchc cannot start: ${error.message}\n`)
  process.exitCode = 1
})
