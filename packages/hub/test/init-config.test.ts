import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { configTemplate, initConfig } from '../src/index.ts'
import { configFolder, readText } from './config-text.ts'

it('writes the commented template', () => {
  const path = join(configFolder({}), 'cchc.config.yaml')
  const now = Date.parse('2025-06-01T00:00:00Z')
  initConfig(path, now)
  expect(readFileSync(path, 'utf8')).toBe(configTemplate(now))
})

it.each([
  ['2024-12-14T16:59:59Z', '2022-12-15'],
  ['2024-12-14T17:00:00Z', '2023-12-15'],
  ['2025-12-14T16:59:59Z', '2023-12-15'],
])('reads the reporting year of %s and the one before it', (now, since) => {
  expect(configTemplate(Date.parse(now))).toContain(`since: ${since}\n`)
})

it('offers iGate in a section that is sound once its marks are gone', async () => {
  const template = configTemplate(Date.parse('2025-06-01T00:00:00Z'))
  const [, section = ''] = /\n((?:# {2}.*\n)+)/.exec(template.split('sources:')[1] ?? '') ?? []
  expect(section).toContain('connector: igate')
  const text = `store:\n  url: sqlite:hub.db\nsources:\n${section.replaceAll(/^#/gm, '')}`
  const { sources } = await readText(text, { env: { IGATE_PASSWORD: 'pass-word' } })
  expect(sources.map(({ id }) => id)).toEqual(['igate'])
})

it('offers alerts in a section that is sound once its marks are gone', async () => {
  const template = configTemplate(Date.parse('2025-06-01T00:00:00Z'))
  const [section = ''] = /^#alerts:\n(#.*\n)+/m.exec(template) ?? []
  const text = `store:\n  url: sqlite:hub.db\nsources: {}\n${section.replaceAll(/^#/gm, '')}`
  const url = 'https://room.example.gov.vn/hook'
  const env = { ALERT_URL: url, ALERT_SECRET: 'a-secret-of-16-at-least', MAIL_PASSWORD: 'word' }
  const { alerts } = await readText(text, { env })
  expect(alerts.channels).toMatchObject({ room: { url }, mail: { password: 'word', port: 587 } })
})

it('never overwrites', () => {
  const path = join(configFolder({ 'cchc.config.yaml': 'mine' }), 'cchc.config.yaml')
  expect(() => initConfig(path)).toThrow('exists already')
  expect(readFileSync(path, 'utf8')).toBe('mine')
})

it('says why it cannot write', () => {
  expect(() => initConfig(join(configFolder({}), 'absent', 'cchc.config.yaml'))).toThrow('ENOENT')
})

it('writes what a province was made of, to be held against the codes first', async () => {
  const path = join(configFolder({}), 'cchc.config.yaml')
  initConfig(path, Date.parse('2026-10-01T00:00:00Z'), 'tỉnh Đắk Nông')
  const text = readFileSync(path, 'utf8')
  expect(text).toContain('# Lâm Đồng: Lâm Đồng (H36), Đắk Nông (H16), Bình Thuận (H11)')
  const env = { OPENCPS_PASSWORD: 'pass-word', DVC_PASSWORD: 'pass-word' }
  expect((await readText(text, { env })).successions).toEqual([])
  const agreed = text
    .replace('successions: []', 'successions:')
    .replaceAll(
      /^#(?= {2}(?:- date: 2025| {2}(?:kind: merged|from: \[H36|to: \[H36|legalBasis)))/gm,
      '',
    )
  expect((await readText(agreed, { env })).successions).toEqual([
    {
      date: '2025-07-01',
      kind: 'merged',
      from: ['H36', 'H16', 'H11'],
      to: ['H36'],
      legalBasis: 'Nghị quyết 202/2025/QH15',
    },
  ])
})

it('a province that went on alone has no succession, and an unknown one is refused with all names', () => {
  const path = join(configFolder({}), 'cchc.config.yaml')
  expect(() => initConfig(path, 0, 'Sài Gòn Mới')).toThrow('No province is called "Sài Gòn Mới"')
  initConfig(path, Date.parse('2026-10-01T00:00:00Z'), 'Huế')
  expect(readFileSync(path, 'utf8')).toContain('\n  organisation: H57\n')
})
