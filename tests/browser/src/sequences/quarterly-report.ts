import { begin, menuItem, type Sequence } from '../sequence.ts'

const FORM = 'bnv-581-province'

/** The report of a quarter: made, downloaded and checked. */
export const quarterlyReport: Sequence = {
  guide: 'bao-cao-quy',
  steps: [
    {
      name: '1-chon-bieu-mau',
      async act(page) {
        await begin(page)
        await menuItem(page, 'Báo cáo').click()
        const period = page.locator('select[name=period]')
        const form = page.locator('select[name=template]')
        await period.selectOption('2022-Q3')
        await form.selectOption(FORM)
        return [period, form, page.getByRole('button', { name: 'Xem' })]
      },
    },
    {
      name: '2-xem-truoc',
      async act(page) {
        await page.getByRole('button', { name: 'Xem' }).click()
        return [page.getByRole('navigation', { name: 'Tải báo cáo' })]
      },
    },
    {
      name: '3-so-nay-tu-dau',
      async act(page) {
        await page.locator('article.report td a').filter({ hasText: /\d/ }).first().click()
        return [page.locator('h1')]
      },
    },
    {
      name: '4-soat-loi',
      async act(page) {
        const address = `/trang/tai-ve/bao-cao?template=${FORM}&org=H16&period=2022-Q3&format=xlsx`
        const file = await page.request.get(address)
        await page.goBack()
        await page.getByRole('link', { name: 'Soát lỗi tệp của kỳ này' }).click()
        await page.getByLabel(/^Tệp cần soát/).setInputFiles({
          ...{ name: 'bao-cao-quy-3-2022.xlsx', mimeType: 'application/octet-stream' },
          buffer: await file.body(),
        })
        const button = page.getByRole('button', { name: 'Soát lỗi' })
        return [page.getByLabel(/^Tệp cần soát/), button]
      },
    },
    {
      name: '5-ket-qua',
      async act(page) {
        await page.getByRole('button', { name: 'Soát lỗi' }).click()
        return [page.getByRole('status')]
      },
    },
  ],
}
