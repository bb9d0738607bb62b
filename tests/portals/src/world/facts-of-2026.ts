import type { SimulatedDossier, SimulatedFacts, World } from './world.ts'

/** NĐ 309/2026/NĐ-CP: nationwide reception begins. */
const NATIONWIDE_FROM = Date.parse('2026-08-05T00:00:00+07:00')
const HALF_AN_HOUR = 1_800_000
const UNTIL_PASSED_ON = 20 * 3_600_000
const DAY_MS = 86_400_000

/** The same world with a system that tells what Form 07a/BTP asks for. */
export function withFactsOf2026(world: World): World {
  const units = world.organisations.filter(({ level }) => level === 'commune')
  return {
    ...world,
    dossier(index) {
      const dossier = world.dossier(index)
      const elsewhere = units[dossier.id % units.length] ?? dossier.organisation
      return {
        ...dossier,
        facts: factsOf(dossier, { now: world.now, elsewhere: elsewhere.oldCode }),
      }
    },
  }
}

function factsOf(
  dossier: SimulatedDossier,
  { now, elsewhere }: { readonly now: number; readonly elsewhere: string },
): SimulatedFacts {
  const { id, channel, receivedAt, releasedAt, procedure, organisation } = dossier
  const handedInAt = channel === 'online' ? receivedAt - HALF_AN_HOUR : receivedAt
  const outsideArea = handedInAt >= NATIONWIDE_FROM && id % 7 === 0
  const passedOn = Math.min(receivedAt + UNTIL_PASSED_ON, releasedAt ?? Number.MAX_SAFE_INTEGER)
  const payment = paymentOf(procedure.feeAmount, channel)
  return {
    handedInAt,
    competentSince: outsideArea && passedOn <= now ? passedOn : null,
    receivedBy: outsideArea ? elsewhere : organisation.oldCode,
    outsideArea,
    apology: isLate(dossier) && id % 3 !== 0,
    payment,
    receipt: payment !== 'none' && id % 11 !== 0,
  }
}

function paymentOf(fee: number, channel: SimulatedDossier['channel']): SimulatedFacts['payment'] {
  if (fee === 0) return 'none'
  return channel === 'online' ? 'online' : 'direct'
}

function isLate({ dueAt, releasedAt }: SimulatedDossier): boolean {
  return dueAt !== null && (releasedAt === null || releasedAt > dueAt + DAY_MS)
}
