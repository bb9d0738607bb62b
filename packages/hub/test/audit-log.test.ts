import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backup, restore } from '../src/actions/archiving.ts'
import { closePeriod } from '../src/actions/closings.ts'
import { createKey, revokeKey } from '../src/actions/keys.ts'
import { setIndicator } from '../src/actions/set-indicator.ts'
import { type Hub, openHub } from '../src/index.ts'
import { auditLog, auditVerification } from '../src/questions/audit-log.ts'
import { keys } from '../src/questions/keys.ts'

const cwd = mkdtempSync(join(tmpdir(), 'cchc-audit-log-'))
const config = {
  reporting: { organisation: 'H15' },
  organisations: { H15: { name: 'UBND tỉnh Đắk Nông', level: 'province' } },
}
let hub: Hub
beforeAll(async () => {
  hub = await openHub({ cwd, config })
})
afterAll(async () => {
  await hub.close()
  rmSync(cwd, { recursive: true, force: true })
})

const linesOf = async () => (await hub.ask(auditLog, {})).items.toReversed()

test('what is done is logged with who did it and to what, and what is only tried is not', async () => {
  const figure = { id: 'plan_tasks_total', period: '2022', value: '1', by: 'an' }
  await hub.act(setIndicator, { ...figure, dryRun: true })
  await hub.act(setIndicator, figure)
  await hub.act(closePeriod, { period: '2022', by: 'binh' })
  await expect(hub.act(closePeriod, { period: '2022', by: 'binh' })).rejects.toThrow('already')
  const { key, id } = await hub.act(createKey, { name: 'Lan', scopes: ['enter'], org: ['H15'] })
  await hub.act(revokeKey, { id, by: 'an' })
  const lines = await linesOf()
  expect(lines.map(({ who, action, subject }) => [who, action, subject])).toEqual([
    ['an', 'indicators set', 'period=2022 id=plan_tasks_total'],
    ['binh', 'period close', 'period=2022'],
    [expect.any(String), 'keys create', 'org=H15 scopes=enter'],
    ['an', 'keys revoke', 'id=1'],
  ])
  expect(JSON.stringify(lines)).not.toContain(key)
})

test('a restore says which keys are good again, or revokes all of them', async () => {
  const file = join(cwd, 'keys.cchc')
  const { id } = await hub.act(createKey, { name: 'Trục', scopes: ['enter'], org: ['H15'] })
  await hub.act(backup, { file })
  await hub.act(revokeKey, { id, by: 'an' })
  const restored = await hub.act(restore, { file, overwrite: true })
  expect(restored.keys).toMatchObject([{ id, name: 'Trục', state: 'good' }])
  const without = await hub.act(restore, { file, overwrite: true, withoutKeys: true, by: 'an' })
  expect(without.keys).toEqual([])
  expect(await hub.access.hasKeys()).toBe(true)
  const { items } = await hub.ask(keys, {})
  expect(items.at(-1)).toMatchObject({ id, state: 'revoked', revokedBy: 'an' })
})

test('a restore puts no other log in the place of this one', async () => {
  const file = join(cwd, 'before.cchc')
  await hub.act(backup, { file })
  const before = await linesOf()
  await hub.act(restore, { file, overwrite: true })
  const after = await linesOf()
  expect(after.slice(0, before.length)).toEqual(before)
  expect(after.at(-1)).toMatchObject({ action: 'restore' })
  expect(await hub.ask(auditVerification, {})).toMatchObject({ sound: true, faults: [] })
})
