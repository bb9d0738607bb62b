import {
  Dossier,
  DossierFacts,
  dayNumber,
  type Instant,
  instantText,
  type Message,
  say,
} from '@cchc/domain'
import { openCoverage, saidOf, scannedBatches } from '@cchc/figures'
import type { CountableDossier, Store, StoredDossier } from '@cchc/store'
import { z } from 'zod'
import { figuresInTree } from '../organisations/in-tree.ts'
import { said } from '../periods/coverage.ts'
import { openDated } from '../periods/known-state.ts'
import { frozenScope, splitOf } from '../questions/dossier-statistics.ts'
import { org, period, source, time } from '../questions/parts.ts'
import { defineExport } from './export.ts'

const { code, procedureCode, organisationCode, fieldCode, channel, status } = Dossier.shape
const { onlinePayment, digitised, serviceLevel } = Dossier.shape
const { receivingOrganisation, apology, outsideArea, payment, receipt } = DossierFacts.shape
const InstantText = z.string().nullable().describe("ISO 8601 in Vietnam's time; null = not stated")

/** The counting facts of a dossier as they are stored; nothing in it identifies a citizen. */
const DossierRow = z
  .object({
    source: z.string(),
    ...{ code, procedureCode, organisationCode, fieldCode, channel, status },
    statusReceived: z.string().describe('As the portal states it'),
    receivedAt: InstantText,
    dueAt: InstantText,
    finishedAt: InstantText,
    returnedAt: InstantText,
    pauses: z
      .array(z.string())
      .describe('While the clock stood still: FROM/TO, FROM/.. where it still stands'),
    ...{ onlinePayment, digitised, serviceLevel },
    serviceLevelReceived: z.string().nullable().describe('As the portal states it'),
    handedInAt: InstantText,
    competentSince: InstantText.describe('When the competent agency got it; null = not stated'),
    receivingOrganisation: receivingOrganisation.unwrap().nullable(),
    apology: apology.unwrap().nullable(),
    outsideArea: outsideArea.unwrap().nullable(),
    payment: payment.unwrap().nullable(),
    receipt: receipt.unwrap().nullable(),
    run: z.string().describe('The run that brought this state'),
    knownFrom: z.string(),
  })
  .meta({ id: 'DossierRow' })

/**
 * Every dossier that a counting rule can count for a period: received by the day after its end, and not finished before its
 * beginning. The same ones that statistics and `why` count, in the same tree and as known at the same instant.
 */
export const exportDossiers = defineExport({
  command: 'export dossiers',
  scope: 'figures:read',
  path: '/v1/exports/dossiers',
  tag: 'Exports',
  about: {
    en: 'the dossiers behind the figures of a period: counting fields only',
    vi: 'các hồ sơ làm căn cứ cho số liệu của kỳ: chỉ các trường dùng để đếm',
  },
  parameters: z.strictObject({ org, period, source, ...time }),
  answer: DossierRow,
  async open(hub, asked) {
    const inTree = figuresInTree(hub, asked)
    const split = await splitOf(inTree, { ...asked, by: undefined })
    const scope = frozenScope(inTree, split)
    const { store, instant, closedBy } = await openDated(inTree.store, asked, scope)
    const { organisation, sources, from, to } = split
    const coverage = await openCoverage(store, { now: instant, sources })
    const gaps = saidOf(coverage.gaps('dossiers', { from, to }, { organisation }))
    const missing = [...gaps, ...(await statedElsewhere(store, sources))]
    const days = { from: dayNumber(from), to: dayNumber(to) }
    const read = { more: REST, inOrder: true }
    const scanned = scannedBatches(store, { organisation, sources, ...days, ...read })
    return {
      facts: () => ({
        knownAt: instantText(instant),
        ...(closedBy !== undefined && { closedBy }),
        ...said(hub, { missing }),
      }),
      batches: rowsOf(scanned),
    }
  },
})

/** What an export has beside what rules look at. */
const REST = [
  'code',
  'statusReceived',
  'onlinePayment',
  'digitised',
  'serviceLevelReceived',
  'runId',
  'knownFrom',
] as const satisfies readonly (keyof StoredDossier)[]

type Exported = CountableDossier & Pick<StoredDossier, (typeof REST)[number]>

/** Sources that state counts: figures rest on them, and no dossier is behind them. */
async function statedElsewhere(
  store: Pick<Store, 'listCompletions'>,
  sources: readonly string[] | undefined,
): Promise<readonly Message[]> {
  const stating = (await store.listCompletions()).filter(({ source, covered, entity, apart }) => {
    return (covered?.entity ?? entity) === 'dossier-count' && (sources?.includes(source) ?? !apart)
  })
  return [...new Set(stating.map(({ source }) => source))].map((source) =>
    say('{source} states counts and brings no dossiers: what it states is not here.', { source }),
  )
}

async function* rowsOf(scanned: AsyncIterable<readonly Exported[]>) {
  for await (const batch of scanned) yield batch.map(rowOf)
}

function rowOf(dossier: Exported): z.input<typeof DossierRow> {
  const { runId: run, facts = {}, ...stored } = dossier
  const { handedInAt = null, competentSince = null } = facts
  return {
    ...stored,
    run,
    receivedAt: textOf(stored.receivedAt),
    dueAt: textOf(stored.dueAt),
    finishedAt: textOf(stored.finishedAt),
    returnedAt: textOf(stored.returnedAt),
    handedInAt: textOf(handedInAt),
    competentSince: textOf(competentSince),
    receivingOrganisation: facts.receivingOrganisation ?? null,
    apology: facts.apology ?? null,
    outsideArea: facts.outsideArea ?? null,
    payment: facts.payment ?? null,
    receipt: facts.receipt ?? null,
    pauses: stored.pauses.map(({ from, to }) => `${instantText(from)}/${textOf(to) ?? '..'}`),
    knownFrom: instantText(stored.knownFrom),
  }
}

function textOf(instant: Instant | null): string | null {
  return instant === null ? null : instantText(instant)
}
