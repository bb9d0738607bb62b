import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openHub } from '@cchc/hub'
import { afterAll, describe, expect, test } from 'vitest'
import { heldPortal } from '../held-portal.ts'
import { browsing, CHROMIUM, expectSound } from './browsing.ts'
import { servedOpenly } from './served-openly.ts'

const CONNECTOR = fileURLToPath(new URL('../paging-city.ts', import.meta.url))

let portal: Awaited<ReturnType<typeof heldPortal>>

const { address } = servedOpenly(async () => {
  portal = await heldPortal({ secondAfterMs: 2500 })
  const cwd = mkdtempSync(join(tmpdir(), 'cchc-live-'))
  const city = { connector: 'paging-city', baseUrl: portal.url, http: { retries: 0 } }
  const config = { connectors: [CONNECTOR], store: { url: 'sqlite:hub.db' }, sources: { city } }
  const hub = await openHub({ cwd, config })
  afterAll(async () => {
    portal.close()
    await hub.close()
    rmSync(cwd, { recursive: true, force: true })
  })
  return hub
})
const look = browsing()

describe.skipIf(CHROMIUM === '')('a run in a browser (skipped: no Chromium is found here)', () => {
  test('is begun on the page, told as it goes on, and shows its end by itself', () =>
    look(address(), async (looked) => {
      const { page } = looked
      await page.goto('/trang/nguon')
      await page.getByRole('link', { name: 'Đồng bộ ngay một nguồn' }).click()
      await page.getByLabel('Nguồn').selectOption('city')
      await page.getByLabel(/^Người thực hiện/).fill('an')
      await page.getByRole('button', { name: 'Đồng bộ ngay' }).click()
      await page.getByRole('heading', { name: /đang đọc nguồn city/ }).waitFor()
      await page.evaluate('window.isSamePage = true')
      await portal.reached
      await page.getByText(/: 2 bản ghi, 2 trang/).waitFor()
      expect(await page.evaluate('window.isSamePage')).toBe(true)
      portal.letGo()
      await page.getByText('city: xong').waitFor()
      expect(new URL(page.url()).pathname).toBe('/trang/luot')
      await expectSound(looked)
    }))
})
