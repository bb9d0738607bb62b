import { begin, menuItem, type Sequence } from '../sequence.ts'

/** The report that a unit sends, of made-up numbers. */
function sent(unit: string, { plan, done }: { readonly plan: number; readonly done: number }) {
  const lines = [
    unit,
    'Từ ngày 15/12/2021 đến ngày 14/12/2022',
    'STT;Chỉ tiêu thống kê;Đơn vị tính;Số liệu;Ghi chú',
    `1.1;Số nhiệm vụ đề ra trong kế hoạch;Nhiệm vụ;${plan};`,
    `1.2;Số nhiệm vụ đã hoàn thành;Nhiệm vụ;${done};`,
  ]
  const name = `${unit}.csv`
  return { name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) }
}

const FILES = [
  sent('Sở Tư pháp', { plan: 42, done: 40 }),
  sent('Sở Nội vụ', { plan: 56, done: 51 }),
  sent('Sở Tài chính', { plan: 38, done: 38 }),
]

/** The files of the units, added up in the form of the level above. */
export const consolidation: Sequence = {
  guide: 'tong-hop-tren-trang',
  steps: [
    {
      name: '1-chon-tep',
      async act(page) {
        await begin(page)
        await menuItem(page, 'Báo cáo').click()
        await page.getByRole('link', { name: 'Tổng hợp tệp của các đơn vị' }).click()
        const field = page.getByLabel(/^Tệp của các đơn vị/)
        await field.setInputFiles(FILES)
        return [page.getByRole('navigation', { name: 'Việc với tệp' }), field]
      },
    },
    {
      name: '2-kiem-tra-truoc',
      async act(page) {
        await page.getByLabel('Đơn vị (mã hoặc tên đầy đủ)').fill('H16')
        await page.locator('select[name=template]').selectOption('bnv-581-province')
        await page.getByLabel('Người thực hiện').fill('vanthu')
        await page.locator('input[name=partial]').check()
        return [page.getByRole('button', { name: 'Kiểm tra trước, chưa ghi' })]
      },
    },
    {
      name: '3-ai-da-gui',
      async act(page) {
        await page.getByRole('button', { name: 'Kiểm tra trước, chưa ghi' }).click()
        return [page.locator('tr', { hasText: 'Sở Nội vụ' }).first()]
      },
    },
    {
      name: '4-so-cong',
      async act(page) {
        await page.getByLabel(/^Tệp của các đơn vị/).setInputFiles(FILES)
        await page.getByLabel('Người thực hiện').fill('vanthu')
        await page.getByRole('button', { name: 'Tổng hợp và ghi' }).click()
        return [page.locator('section', { hasText: 'Số cộng' }).last().locator('h2')]
      },
    },
  ],
}
