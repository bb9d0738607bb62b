import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { begin, menuItem, type Sequence } from '../sequence.ts'

/** Of a period of which nothing was read its figures are blank. */
const BLANK = '/trang/tai-ve/bao-cao?template=bnv-581-province&org=H16&period=2020&format=xlsx'

/** The blank form as it is sent for the year that was read. */
function ofThisPeriod(file: Buffer): Buffer {
  const parts = Object.entries(unzipSync(file)).map(([name, part]) => {
    const text = strFromU8(part)
    const dated = text
      .replaceAll(/(15\/12\/)2019/g, '$12021')
      .replaceAll(/(14\/12\/)?2020/g, '$12022')
    return [name, name.endsWith('.xml') ? strToU8(dated) : part] as const
  })
  return Buffer.from(zipSync(Object.fromEntries(parts)))
}

/** A form that was received, filled. */
export const receivedForm: Sequence = {
  guide: 'dien-bieu-nhan-duoc',
  steps: [
    {
      name: '1-chon-muc',
      async act(page) {
        await begin(page)
        await menuItem(page, 'Báo cáo').click()
        return [page.getByRole('link', { name: 'Điền biểu mẫu nhận được' })]
      },
    },
    {
      name: '2-chon-tep',
      async act(page) {
        const file = await page.request.get(BLANK)
        await page.getByRole('link', { name: 'Điền biểu mẫu nhận được' }).click()
        const field = page.getByLabel(/^Biểu mẫu cần điền/)
        await field.setInputFiles({
          ...{ name: 'bieu-nhan-duoc.xlsx', mimeType: 'application/octet-stream' },
          buffer: ofThisPeriod(await file.body()),
        })
        await page.getByLabel('Đơn vị (mã hoặc tên đầy đủ)').fill('H16')
        return [field, page.getByRole('button', { name: 'Điền', exact: true })]
      },
    },
    {
      name: '3-tai-tep-da-dien',
      async act(page) {
        await page.getByRole('button', { name: 'Điền', exact: true }).click()
        return [page.getByRole('status'), page.getByRole('link', { name: /^Tải tệp đã điền/ })]
      },
    },
    {
      name: '4-o-da-dien',
      async act(page) {
        return [page.locator('section', { hasText: 'Ô đã điền' }).last().locator('h2')]
      },
    },
  ],
}
