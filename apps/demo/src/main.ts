import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { renderTable } from '@cchc/cli/table'
import { openHub } from '@cchc/hub'
import { report } from '@cchc/hub/questions/report'
import { type ComparedFigure, compareWithPublished, publishedSource } from './comparison.ts'
import { startPortals } from './portals.ts'
import { OUT, prepareWorkspace, shown } from './workspace.ts'

const CCHC = fileURLToPath(import.meta.resolve('@cchc/cli/bin'))
const PERIOD = '2022'
const PROVINCE = 'H16'
/** The page on the year that was read; the API is described at /docs. */
const PAGE = `http://127.0.0.1:8080/trang/tong-quan?period=${PERIOD}`
const COLUMNS = [
  { title: 'Figure', flexible: true },
  { title: 'Published', right: true },
  { title: 'Computed', right: true },
  { title: 'Equal?' },
]

async function cchc(...words: string[]): Promise<number> {
  console.log(`\n$ cchc ${words.map(shownWord).join(' ')}`)
  const child = spawn(process.execPath, [CCHC, ...words], { stdio: 'inherit' })
  const [code] = await once(child, 'exit')
  return code ?? 1
}

function shownWord(word: string): string {
  return word.startsWith('/') ? shown(word) : word
}

function printComparison(figures: readonly ComparedFigure[]): void {
  console.log(`\nPublished (${publishedSource}) against computed from the portals:\n`)
  const rows = figures.map(({ label, published, computed, equal }) => [
    label,
    published,
    computed,
    equal ? 'yes' : 'NO',
  ])
  console.log(renderTable(COLUMNS, { rows, width: 120 }))
  if (figures.some(({ published }) => published === '42.95')) {
    console.log('\nThe report prints 42.95 for 42.950: a digit of the thousands group was lost.')
  }
}

async function compare(config: string): Promise<boolean> {
  const hub = await openHub({ configPath: config })
  try {
    const asked = { template: 'bnv-581-province', org: PROVINCE, period: PERIOD }
    const figures = compareWithPublished(await hub.ask(report, asked))
    printComparison(figures)
    return figures.every((figure) => figure.equal)
  } finally {
    await hub.close()
  }
}

async function writeReports(config: string): Promise<void> {
  for (const template of ['tt01-06a', 'bnv-581-province']) {
    await cchc(
      'report',
      template,
      '--org',
      PROVINCE,
      '--period',
      PERIOD,
      '--format',
      'xlsx,docx,csv,md,json',
      '-o',
      OUT,
      '--config',
      config,
    )
  }
}

function printNextSteps(config: string): void {
  console.log(`\nTry next, from the repository's root:
  npx cchc stats dossiers --org ${PROVINCE} --period ${PERIOD} --by level,month --config ${shown(config)}
  npx cchc why III/3.1 --org ${PROVINCE} --period ${PERIOD} --config ${shown(config)}
  npx cchc reconcile --period ${PERIOD} --config ${shown(config)}
  npx cchc check out/bnv-581-province_${PROVINCE}_${PERIOD}.xlsx
  npx cchc serve --config ${shown(config)}        then open ${PAGE}`)
}

async function main(): Promise<number> {
  const { addresses, stop } = await startPortals()
  const config = prepareWorkspace(addresses)
  const synced = await cchc('sync', '--config', config)
  stop()
  if (synced !== 0) return synced
  const equal = await compare(config)
  await writeReports(config)
  printNextSteps(config)
  if (!equal) console.error('\nA computed figure differs from the published one: see NO above.')
  if (process.argv.includes('--serve')) {
    console.log(`\nThe page: ${PAGE}`)
    return cchc('serve', '--config', config)
  }
  return equal ? 0 : 1
}

process.exitCode = await main()
