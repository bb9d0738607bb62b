import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { servePortals, smallWorld } from '@cchc/portals'

const [folder = '.'] = process.argv.slice(2)
const cwd = join(folder, 'office')
mkdirSync(cwd)

const portals = await servePortals({ world: smallWorld({ dossiers: 300 }) })
const { url: baseUrl, password, username, groupId } = portals.openCps
await cchc('--version')
await cchc('init')
writeFileSync(
  join(cwd, 'cchc.config.yaml'),
  JSON.stringify({
    organisations: { H99: { name: 'UBND tỉnh', level: 'province' } },
    sources: {
      'one-stop': {
        connector: 'opencps',
        baseUrl,
        username,
        groupId,
        password: ['$', '{env:PORTAL_PASSWORD}'].join(''),
        since: '2021-09-01',
      },
    },
  }),
)
await cchc('sync')
await cchc(
  'report',
  'tt01-06a',
  '--org',
  'H99',
  '--period',
  '2022',
  '--format',
  'xlsx,docx',
  '-o',
  '.',
)
await portals.close()
const written = readFileSync(join(cwd, 'tt01-06a_H99_2022.xlsx'))
if (written.subarray(0, 2).toString() !== 'PK') throw new Error('the report is no workbook')

/** Runs the command of the bundle with an empty PATH and nothing else in its environment. */
async function cchc(...words: readonly string[]): Promise<void> {
  process.stdout.write(`$ cchc ${words.join(' ')}\n`)
  const env = { PATH: '', PORTAL_PASSWORD: password }
  const child = spawn(join(folder, 'bin/cchc'), words, { cwd, env, stdio: 'inherit' })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`cchc ${words[0]} ended with ${code}`)
}
