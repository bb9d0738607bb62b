import { quarantine } from '@cchc/hub/questions/quarantine'
import { report } from '@cchc/hub/questions/report'
import type { Page } from 'playwright-core'
import { describe, test } from 'vitest'
import { browsing, CHROMIUM, expectFitting, expectSound } from './browsing.ts'
import { HOSTILE, hostileHub } from './hostile-hub.ts'
import { servedOpenly } from './served-openly.ts'
import { unitReport } from './unit-report.ts'

const { address, hub } = servedOpenly(hostileHub)
const look = browsing()

function chosen({ name, bytes }: { name: string; bytes: string | Uint8Array }) {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) }
}

const UNITS = [unitReport(HOSTILE.script, '30'), unitReport('Sở Tư pháp', '12')].map(chosen)

async function blank() {
  const asked = { template: 'bnv-581-province', org: 'H15', period: '2023', anyway: true }
  const bytes = await hub().renderReport(await hub().ask(report, asked), 'xlsx')
  return chosen({ name: 'biểu.xlsx', bytes })
}

const by = (page: Page) => page.getByLabel(/^Người thực hiện/).fill(HOSTILE.quotes)

async function consolidate(page: Page, button: string) {
  await page.goto('/trang/tong-hop?period=2022&template=bnv-581-province')
  await page.getByLabel(/^Tệp của các đơn vị/).setInputFiles(UNITS)
  await by(page)
  await page.getByRole('button', { name: button }).click()
}

/** How each form is filled in and sent, as a person does. */
const SENT: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  [
    'a file that is checked',
    async (page) => {
      await page.goto('/trang/soat-loi')
      await page.getByLabel(/^Tệp cần soát/).setInputFiles(UNITS[0] ?? [])
      await page.getByRole('button', { name: 'Soát lỗi' }).click()
    },
  ],
  [
    'a form that is filled',
    async (page) => {
      await page.goto('/trang/dien-bieu?period=2022')
      await page.getByLabel(/^Biểu mẫu cần điền/).setInputFiles(await blank())
      await page.getByRole('button', { name: 'Điền', exact: true }).click()
    },
  ],
  ['files of units that are tried', (page) => consolidate(page, 'Kiểm tra trước, chưa ghi')],
  ['files of units that are entered', (page) => consolidate(page, 'Tổng hợp và ghi')],
  [
    'what was entered that is taken back',
    async (page) => {
      const { name: what } = unitReport('', '12')
      await page.goto(`/trang/hoan-tac?${new URLSearchParams({ what, period: '2022' })}`)
      await page.getByLabel('Lý do').fill(HOSTILE.script)
      await by(page)
      await page.getByRole('button', { name: 'Hoàn tác' }).click()
    },
  ],
  [
    'a period that is closed',
    async (page) => {
      await page.goto('/trang/chot-ky?period=2020&org=H15')
      await page.getByLabel(/^Ghi chú/).fill(HOSTILE.script)
      await by(page)
      await page.getByRole('button', { name: 'Chốt kỳ', exact: true }).click()
    },
  ],
  [
    'a refused record that needs nothing',
    async (page) => {
      const { items } = await hub().ask(quarantine, {})
      await page.goto(`/trang/khong-can-xu-ly?id=${items[0]?.id}`)
      await page.getByLabel('Lý do').fill(HOSTILE.script)
      await by(page)
      await page.getByRole('button', { name: 'Ghi nhận' }).click()
    },
  ],
]

describe.skipIf(CHROMIUM === '')('forms in a browser (skipped: no Chromium is found here)', () => {
  test.each(SENT)('%s shows a result that is sound, on every screen and on paper', (_, send) =>
    look(address(), async (looked) => {
      await send(looked.page)
      await looked.page.getByRole('status').first().waitFor()
      await expectSound(looked)
      await expectFitting(looked)
    }),
  )
})
