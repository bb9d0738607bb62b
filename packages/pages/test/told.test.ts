import { expect, test } from 'vitest'
import { toldHtml, toldText } from '../src/parts/told.ts'

test('what is told says the same on paper as on the page, and a name is only a name', async () => {
  const told = {
    lead: [{ name: 'Sở <b>A</b>' }, ': thấp nhất'],
    rest: [', ', { number: '98,52%', from: '/trang/nguon-goc?org=H15' }, '.'],
  }
  expect(toldText(told)).toBe('Sở <b>A</b>: thấp nhất, 98,52%.')
  expect(String(await toldHtml(told))).toBe(
    '<strong><bdi>Sở &lt;b&gt;A&lt;/b&gt;</bdi>: thấp nhất</strong>, <a href="/trang/nguon-goc?org=H15">98,52%</a>.',
  )
})
