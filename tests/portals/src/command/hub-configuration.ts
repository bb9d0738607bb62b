import type { ServedPortals } from '../serve.ts'
import type { World } from '../world/world.ts'

/** The text of a cchc.config.yaml that reads both portals from the first dossier of the world on. */
export function hubConfiguration({ openCps, national }: ServedPortals, world: World): string {
  const since = new Date(world.dossier(0).receivedAt).toISOString().slice(0, 7)
  return `# Simulated portals of "${world.name}". In the shell where cchc runs:
#   export OPENCPS_PASSWORD=${openCps.password} DVC_PASSWORD=${national.password}
store:
  url: sqlite:cchc.db
sources:
  one-stop:
    connector: opencps
    baseUrl: ${openCps.url}
    username: ${openCps.username}
    password: \${env:OPENCPS_PASSWORD}
    groupId: "${openCps.groupId}"
    since: ${since}-01
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
