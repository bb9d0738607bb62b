import { begin, menuItem, type Sequence } from '../sequence.ts'

/** The late dossiers of a department. */
export const lateDossiers: Sequence = {
  guide: 'tim-ho-so-qua-han',
  steps: [
    {
      name: '1-chon-muc',
      async act(page) {
        await begin(page)
        return [menuItem(page, 'Quá hạn, sắp đến hạn')]
      },
    },
    {
      name: '2-chon-don-vi',
      async act(page) {
        await menuItem(page, 'Quá hạn, sắp đến hạn').click()
        const unit = page.getByLabel('Đơn vị (mã hoặc tên đầy đủ)')
        const day = page.getByLabel('Tính đến hết ngày')
        await unit.fill('Sở Tư pháp')
        await day.fill('14/12/2022')
        return [unit, day, page.getByRole('button', { name: 'Xem' })]
      },
    },
    {
      name: '3-xem-theo-tuan',
      async act(page) {
        await page.getByRole('button', { name: 'Xem' }).click()
        const heat = page.locator('section', { hasText: 'Theo đơn vị và tuần hẹn trả' }).last()
        return [page.locator('.tiles .tile').first(), heat]
      },
    },
    {
      name: '4-danh-sach',
      async act(page) {
        const list = page.locator('section', { hasText: 'Danh sách, hạn sớm nhất trước' }).last()
        return [list.getByRole('link', { name: 'Tải danh sách (csv)' })]
      },
    },
  ],
}
