import type { ServedPortals } from '../serve.ts'
import { successionsOf } from '../world/successions.ts'
import type { World } from '../world/world.ts'

/** What a province's own system can be. */
export const ONE_STOPS = ['opencps', 'igate'] as const
export type OneStop = (typeof ONE_STOPS)[number]

/** What a configuration is written for. */
interface Configured {
  readonly world: World
  readonly oneStop: OneStop
  /** Whether a ministry's central system holds some of the dossiers. */
  readonly hasMinistry: boolean
}

/** The text of a cchc.config.yaml that reads one one-stop system and the national portal from the first dossier on. */
export function hubConfiguration(
  portals: ServedPortals,
  { world, oneStop, hasMinistry }: Configured,
): string {
  const first = world.dossier(0)
  const since = `${new Date(first.receivedAt).toISOString().slice(0, 7)}-01`
  const { national, ministry, former } = portals
  const { secret, source } = SOURCES[oneStop](portals, since)
  const factsOf = (system: OneStop) => (first.facts === undefined ? '' : FACTS[system])
  const exported = [
    secret,
    ...(hasMinistry ? [`MINISTRY_PASSWORD=${ministry.password}`] : []),
    ...(world.former ? [`FORMER_PASSWORD=${former.password}`] : []),
  ].join(' ')
  return `# Simulated portals of "${world.name}". In the shell where cchc runs:
#   export ${exported} DVC_PASSWORD=${national.password}
store:
  url: sqlite:cchc.db
sources:
  one-stop:
${source}${factsOf(oneStop)}
${hasMinistry ? ministrySource(ministry, since + factsOf('opencps')) : ''}${world.former ? formerSource(former, since + factsOf('opencps')) : ''}  dvcqg:
    connector: national-dvc
    baseUrl: ${national.url}
    username: ${national.username}
    password: \${env:DVC_PASSWORD}
    unitCode: ${national.unitCode}
reporting:
  organisation: ${world.provinceCode}
${successionLines(world)}`
}

function successionLines(world: World): string {
  const lines = successionsOf(world).map(
    ({ date, kind, from, to, legalBasis }) =>
      `  - { date: ${date}, kind: ${kind}, from: [${from.join(', ')}], to: [${to.join(', ')}], legalBasis: ${legalBasis} }\n`,
  )
  return lines.length === 0 ? '' : `successions:\n${lines.join('')}`
}

/** It stands still, so that nothing fresh is to be expected of it. */
function formerSource(former: ServedPortals['former'], since: string): string {
  return `  tinh-cu:
    connector: opencps
    movedTo: one-stop
    gate: { freshnessDays: null }
    baseUrl: ${former.url}
    username: ${former.username}
    password: \${env:FORMER_PASSWORD}
    groupId: "${former.groupId}"
    since: ${since}
`
}

function ministrySource(ministry: ServedPortals['ministry'], since: string): string {
  return `  ministry:
    connector: opencps
    ministry: { name: Bộ Tư pháp, code: G15 }
    baseUrl: ${ministry.url}
    username: ${ministry.username}
    password: \${env:MINISTRY_PASSWORD}
    groupId: "${ministry.groupId}"
    since: ${since}
`
}

/** Where the systems of late 2026 state what Form 07a/BTP asks for. */
const FACTS: Readonly<Record<OneStop, string>> = {
  opencps: factFields('submitDate', 'receivingAgencyCode'),
  igate: factFields('handedInDate', 'receivingAgency.code'),
}

function factFields(handedInAt: string, receivingOrganisation: string): string {
  return `
    facts:
      handedInAt: ${handedInAt}
      competentSince: competentDate
      receivingOrganisation: ${receivingOrganisation}
      apology: apologyLetter
      outsideArea: outOfArea
      payment: feePayment
      receipt: receiptIssued`
}

interface Source {
  /** What is to be exported. */
  readonly secret: string
  readonly source: string
}

const SOURCES: Readonly<Record<OneStop, (portals: ServedPortals, since: string) => Source>> = {
  opencps: ({ openCps }, since) => ({
    secret: `OPENCPS_PASSWORD=${openCps.password}`,
    source: `    connector: opencps
    baseUrl: ${openCps.url}
    username: ${openCps.username}
    password: \${env:OPENCPS_PASSWORD}
    groupId: "${openCps.groupId}"
    since: ${since}`,
  }),
  igate: ({ igate }, since) => ({
    secret: `IGATE_PASSWORD=${igate.password}`,
    source: `    connector: igate
    baseUrl: ${igate.url}
    login:
      tokenUrl: ${igate.tokenUrl}
      clientId: ${igate.clientId}
      username: ${igate.username}
      password: \${env:IGATE_PASSWORD}
    statuses: { ${Object.entries(igate.statuses)
      .map(([number, status]) => `${number}: ${status}`)
      .join(', ')} }
    statistics:
      agencyId: ${igate.agencyId}
      agencyLevels: [${igate.levels.agency.join(', ')}]
      procedureLevels: [${igate.levels.procedure.join(', ')}]
    since: ${since}`,
  }),
}
