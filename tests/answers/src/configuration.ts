import type { PortalAddresses } from './portals.ts'

/** What opens the simulated portals, wherever they listen. */
export const SECRETS = { OPENCPS_PASSWORD: 'opencps-password', DVC_PASSWORD: 'national-password' }

/** Where nobody listens: recorded commands must not depend on a port that was free by chance. */
export const NOBODY: PortalAddresses = addressesOf('http://127.0.0.1:9')

function addressesOf(url: string): PortalAddresses {
  return {
    openCps: { url, username: 'cchc-hub', password: SECRETS.OPENCPS_PASSWORD, groupId: '20126' },
    national: {
      url,
      username: 'cchc-hub',
      password: SECRETS.DVC_PASSWORD,
      unitCode: '000.00.00.H16',
    },
  }
}

/** The two portals as the section `sources` of a configuration. */
export function sourcesText({ openCps, national }: PortalAddresses, since = '2021-09-01'): string {
  return `sources:
  one-stop:
    connector: opencps
    baseUrl: ${openCps.url}
    username: ${openCps.username}
    password: \${env:OPENCPS_PASSWORD}
    groupId: "${openCps.groupId}"
    since: ${since}
    maxAgeHours: 168
    http: { retries: 0 }
  dvcqg:
    connector: national-dvc
    baseUrl: ${national.url}
    username: ${national.username}
    password: \${env:DVC_PASSWORD}
    unitCode: ${national.unitCode}
    maxAgeHours: 48
    http: { retries: 0 }
    reporting: { since: 2022, until: 2022, periods: [year, quarter, month] }
`
}

/** The configuration of the recorded province: its organisations changed twice within the year. */
export function provinceConfiguration(addresses: PortalAddresses): string {
  return `store:
  url: sqlite:cchc.db
${sourcesText(addresses)}reporting:
  organisation: H16
  templates: forms
organisations:
  H16.20: { formerNames: [{ name: Ban Dân tộc và Miền núi, validTo: 2022-05-31 }] }
  H16.30: { name: Sở Công Thương và Xây dựng, level: department, validFrom: 2022-07-01 }
  H16.58.07: { name: UBND xã Đắk Rung, level: commune, validFrom: 2022-10-01 }
successions:
  - { date: 2022-07-01, kind: merged, from: [H16.03, H16.17], to: [H16.30] }
  - date: 2022-10-01
    kind: split
    from: [H16.58.05]
    to: [H16.58.05, H16.58.07]
    default: H16.58.05
    legalBasis: Nghị quyết 10/NQ-HĐND
calendar:
  days:
    - { day: 2023-11-23, kind: off, name: Ngày truyền thống, basis: Thông báo 12/TB-UBND }
`
}
