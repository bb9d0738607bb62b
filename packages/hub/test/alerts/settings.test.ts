import { expect, it } from 'vitest'
import { faultsOf, readText, reference } from '../config-text.ts'

const CHANNELS = `
  channels:
    room: { kind: webhook, url: "https://room.example.gov.vn/hook" }
    mail: { kind: mail, host: mail.example.gov.vn, from: a@example.gov.vn, to: [b@example.gov.vn] }
`
const BASE = 'store: { url: "sqlite:hub.db" }\nsources: {}\n'
const read = (alerts: string) => readText(`${BASE}alerts:${alerts}`)

it('needs nothing, and then nobody is told', async () => {
  const { alerts } = await readText(BASE)
  expect(alerts).toMatchObject({ channels: {}, language: 'vi', refusedAbove: 100, without: [] })
  expect(alerts.quietHours).toBeUndefined()
})

it.each([
  ['\n  channel: {}', 'alerts.channel', 'channels'],
  [`${CHANNELS}  without: [source-stal]`, 'alerts.without.0', 'source-stale'],
  [`${CHANNELS}  quietHours: 22h-6h`, 'alerts.quietHours', '22:00-06:00'],
  [`${CHANNELS}  weekly: { day: monday, at: 8h }`, 'alerts.weekly.at', '07:30'],
  [
    `${CHANNELS}  digests: { units: [{ org: H99.03, channel: mial }] }`,
    'alerts.digests.units.0.channel',
    'mail',
  ],
  [
    `${CHANNELS}  digests: { units: [{ org: H99.03, channel: room, to: [c@example.gov.vn] }] }`,
    'alerts.digests.units.0.to',
    'mail alone',
  ],
  [
    '\n  channels: { mail: { kind: mail, tls: none, host: mail.gov.vn, from: a@b.vn, to: [c@d.vn] } }',
    'alerts.channels.mail.tls',
    'encrypted',
  ],
  [
    '\n  channels: { room: { kind: webhook, url: "ftp://room.gov.vn" } }',
    'alerts.channels.room.url',
    '',
  ],
  [
    '\n  channels: { tell: { kind: command, command: tell } }',
    'alerts.channels.tell.command',
    'array',
  ],
])('%s is told where it is wrong', async (alerts, path, said) => {
  const faults = await faultsOf(read(alerts))
  expect(Object.keys(faults)).toEqual([path])
  expect(faults[path]).toContain(said)
})

it('takes secrets as references alone', async () => {
  const written = CHANNELS.replace('kind: mail,', 'kind: mail, password: plain-word,')
  const faults = await faultsOf(read(written))
  expect(faults).toEqual({ 'alerts.channels.mail.password': expect.stringContaining('secret') })
  const referred = written.replace('plain-word', `"${reference('env:OPENCPS_PASSWORD')}"`)
  const { alerts } = await read(referred)
  expect(alerts.channels.mail).toMatchObject({ password: 'pass-word' })
})
