import { begin, menuItem, type Sequence } from '../sequence.ts'

/** Why a rate is another one than that of the national portal. */
export const anotherRate: Sequence = {
  guide: 'vi-sao-ty-le-khac',
  steps: [
    {
      name: '1-quy-tac-khac',
      async act(page) {
        await begin(page)
        return [page.getByRole('link', { name: 'Quy tắc khác cho kết quả nào?' })]
      },
    },
    {
      name: '2-cac-quy-tac',
      async act(page) {
        await page.getByRole('link', { name: 'Quy tắc khác cho kết quả nào?' }).click()
        const rows = page.locator('main table').first().locator('tr')
        return [rows.filter({ hasText: '(10)' }), rows.last()]
      },
    },
    {
      name: '3-nguyen-nhan',
      async act(page) {
        const causes = page.locator('main table').nth(1)
        return [causes.locator('tr', { hasText: '(10)' }).first()]
      },
    },
    {
      name: '4-doi-chieu',
      async act(page) {
        await menuItem(page, 'Đối chiếu').click()
        await page.locator('select[name=period]').selectOption('2022-M11')
        await page.getByRole('button', { name: 'Xem' }).click()
        return [page.locator('.answer')]
      },
    },
    {
      name: '5-khac-vi-du-lieu',
      async act(page) {
        await page.getByLabel('Đơn vị (mã hoặc tên đầy đủ)').fill('Sở Tư pháp')
        await page.getByRole('button', { name: 'Xem' }).click()
        return [page.locator('tr', { hasText: 'Tiếp nhận' }).first()]
      },
    },
  ],
}
