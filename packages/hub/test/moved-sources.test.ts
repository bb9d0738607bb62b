import { expect, test } from 'vitest'
import { faultsOf, readText, SOURCE } from './config-text.ts'

const sources = (written: Record<string, object>) =>
  JSON.stringify({
    sources: Object.fromEntries(
      Object.entries(written).map(([id, own]) => [id, { ...SOURCE, ...own }]),
    ),
  })

test('a source names the one into which its dossiers were moved', async () => {
  const config = await readText(sources({ old: { movedTo: 'one-stop' }, 'one-stop': {} }))
  expect(config.sources[0]).toMatchObject({ id: 'old', movedTo: 'one-stop' })
})

test('what is wrong with it is told: no such source, a way back, a system of a ministry', async () => {
  const ministry = { name: 'Bộ Tư pháp' }
  const faults = await faultsOf(
    readText(
      sources({
        a: { movedTo: 'one-stp' },
        b: { movedTo: 'c' },
        c: { movedTo: 'b' },
        d: { movedTo: 'd' },
        bo: { ministry },
        e: { movedTo: 'bo' },
        f: { movedTo: 'one-stop', ministry },
        'one-stop': {},
      }),
    ),
  )
  expect(faults).toMatchObject({
    'sources.a.movedTo': expect.stringContaining('one-stop'),
    'sources.b.movedTo': expect.stringContaining('leads back to b'),
    'sources.c.movedTo': expect.stringContaining('leads back to c'),
    'sources.d.movedTo': expect.stringContaining('leads back to d'),
    'sources.e.movedTo': expect.stringContaining("bo is a ministry's system"),
    'sources.f.movedTo': expect.stringContaining("f is a ministry's system"),
  })
  expect(Object.keys(faults)).toHaveLength(6)
})
