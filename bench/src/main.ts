import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runChild } from './child.ts'
import {
  type Finding,
  gatewayFinding,
  growthFinding,
  isMet,
  loadFinding,
  memoryFinding,
  processorFinding,
  questionFinding,
  speedFinding,
  startFinding,
} from './finding.ts'
import { measureLoad } from './load/measure-load.ts'
import { measureGateway } from './measure-gateway.ts'
import { measureInbox } from './measure-inbox.ts'
import type { QuestionMeasure } from './measure-questions.ts'
import { measureStarts } from './measure-start.ts'
import type { SyncMeasure } from './measure-sync.ts'
import { inScratchFolder, measurePairs, measureReader, withPortal } from './measure-syncs.ts'
import type { Portal } from './portal/main.ts'
import type { Format } from './portal/record-pool.ts'
import { machine, table, writeResults } from './report.ts'

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
  },
})

const SIZES = options.quick
  ? { few: 20_000, many: 100_000, rounds: 1, starts: 5, seconds: 2 }
  : { few: 100_000, many: 1_000_000, rounds: 5, starts: 21, seconds: 5 }

const FORMATS: readonly Format[] = ['json', 'xml']

const note = (text: string) => process.stderr.write(`${text}\n`)
const count = (number: number) => number.toLocaleString('en')

const speeds = await measureSpeeds()
const growth = await measureGrowth()
note('Probing a gateway that stores what a portal sends')
const inbox = await measureInbox()
note('Starting the command')
const starts = measureStarts(SIZES.starts)
const findings = allFindings()
const path = writeResults({
  measuredAt: new Date().toISOString(),
  machine: machine(),
  sizes: SIZES,
  findings: findings.map((finding) => ({ ...finding, met: isMet(finding) })),
  speeds,
  growth,
  inbox,
  starts,
})
console.log(table(findings))
note(`Everything measured: ${path}`)
if (options.strict && !findings.every(isMet)) process.exitCode = 1

function measureSpeeds() {
  note(`Rendering ${count(SIZES.few)} dossiers`)
  return withPortal({ dossiers: SIZES.few, formats: FORMATS }, async (portal) => {
    const pairs = []
    for (const format of FORMATS) {
      note(`Reading them as ${format}, floor and hub in turn, ${SIZES.rounds} times`)
      pairs.push({ format, pairs: await measurePairs({ portal, format, rounds: SIZES.rounds }) })
    }
    return pairs
  })
}

/** Reads few and many dossiers into two files, and asks both the same questions. */
function measureGrowth() {
  return inScratchFolder(async (folder) => {
    const syncs: SyncMeasure[] = []
    const files: string[] = []
    const portals: Portal[] = []
    for (const dossiers of [SIZES.few, SIZES.many]) {
      note(`Rendering and reading ${count(dossiers)} dossiers as XML`)
      const file = join(folder, `${dossiers}.db`)
      files.push(file)
      await withPortal({ dossiers, formats: ['xml'] }, async (portal) => {
        portals.push(portal)
        syncs.push(await measureReader('hub', { portal, format: 'xml', file }))
      })
    }
    note('Asking both every kind of question')
    const questions = await runChild<readonly QuestionMeasure[]>('measure-questions.ts', [
      '--files',
      JSON.stringify(files),
      '--portal',
      JSON.stringify(portals[0]),
    ])
    const [file, portal] = [files.at(-1), portals.at(-1)]
    if (file === undefined || portal === undefined) throw new Error('nothing was read')
    note(`Probing the gateway over ${count(SIZES.many)} dossiers`)
    const gateway = await measureGateway({ file, portal })
    note('Asking it, and a bare route, for figures that are kept')
    const { rounds, seconds } = SIZES
    const load = await measureLoad({ file, portal, rounds, seconds })
    return { syncs, questions, gateway, load }
  })
}

function allFindings(): readonly Finding[] {
  const [few, many] = growth.syncs
  if (!few || !many) throw new Error('nothing was read')
  const sizes = `${count(SIZES.few)} -> ${count(SIZES.many)} dossiers`
  return [
    ...speeds.flatMap(({ format, pairs }) => [
      speedFinding(format.toUpperCase(), pairs),
      processorFinding(format.toUpperCase(), pairs),
    ]),
    memoryFinding(`Peak memory, ${count(SIZES.many)} dossiers (limit, ours)`, many),
    growthFinding(`Peak memory, ${sizes}`, [few.peakMegabytes, many.peakMegabytes]),
    ...growth.questions.map((measure) => questionFinding(measure, sizes)),
    gatewayFinding(
      `Gateway: worst of ${count(growth.gateway.probes)} probes while ${count(SIZES.many)} dossiers are scanned (limit, ours)`,
      growth.gateway,
    ),
    gatewayFinding(
      `Gateway: worst of ${count(inbox.probes)} probes while ${inbox.bodies} bodies of ${count(inbox.bytes)} bytes are stored (limit, ours)`,
      inbox,
    ),
    ...growth.load.map(loadFinding),
    startFinding(starts),
  ]
}
