import type { ServedPortals } from '../serve.ts'
import type { World } from '../world/world.ts'

/** What a province's own system can be. */
export const ONE_STOPS = ['opencps', 'igate'] as const
export type OneStop = (typeof ONE_STOPS)[number]

/** The text of a cchc.config.yaml that reads one one-stop system and the national portal from the first dossier on. */
export function hubConfiguration(portals: ServedPortals, world: World, oneStop: OneStop): string {
  const since = `${new Date(world.dossier(0).receivedAt).toISOString().slice(0, 7)}-01`
  const { national } = portals
  const { secret, source } = SOURCES[oneStop](portals, since)
  const hasFacts = oneStop === 'igate' && world.dossier(0).facts !== undefined
  return `# Simulated portals of "${world.name}". In the shell where cchc runs:
#   export ${secret} DVC_PASSWORD=${national.password}
store:
  url: sqlite:cchc.db
sources:
  one-stop:
${source}${hasFacts ? FACTS : ''}
  dvcqg:
    connector: national-dvc
    baseUrl: ${national.url}
    username: ${national.username}
    password: \${env:DVC_PASSWORD}
    unitCode: ${national.unitCode}
reporting:
  organisation: ${world.provinceCode}
`
}

/** Where the simulated iGate of late 2026 states what Form 07a/BTP asks for. */
const FACTS = `
    facts:
      handedInAt: handedInDate
      competentSince: competentDate
      receivingOrganisation: receivingAgency.code
      apology: apologyLetter
      outsideArea: outOfArea
      payment: feePayment
      receipt: receiptIssued`

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
