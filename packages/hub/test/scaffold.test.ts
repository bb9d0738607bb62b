import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import written from '../src/developing/scaffold.json' with { type: 'json' }
import { newConnector } from '../src/developing/scaffold.ts'
import { scaffoldOf } from '../src/write-scaffold.ts'
import { configFolder } from './config-text.ts'

const EXAMPLE = fileURLToPath(new URL('../../connectors/example', import.meta.url))

it('the scaffold is the example connector (otherwise run the script `scaffold` of this package)', () => {
  expect(written).toEqual(scaffoldOf(EXAMPLE))
})

describe('a new connector', () => {
  it('has its own name everywhere, and nothing of the example', () => {
    const folder = join(configFolder({}), 'city-permits-2')
    const { files } = newConnector(folder)
    const text = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n')
    expect(files).toContain('src/city-permits-2.ts')
    expect(text).toContain("id: 'city-permits-2'")
    expect(text).toContain("title: 'Hệ thống một cửa city-permits-2'")
    expect(text).toContain('export const cityPermits2 = defineConnector')
    expect(text).toContain('"name": "connector-city-permits-2"')
    expect(text).not.toMatch(/\bexample\b(?!\.gov\.vn)|Example/)
    expect(text).not.toMatch(/workspace:|catalog:/)
  })

  it.each(['City', 'a_b', '-a', 'a--b', 'ab-', '1a', 'x'.repeat(41), 'tên'])(
    'is not called %s',
    (name) => {
      expect(() => newConnector(join(configFolder({}), name))).toThrow('cannot be the name')
    },
  )

  it('never overwrites anything', () => {
    const folder = configFolder({ 'city/mine.ts': 'mine', file: '' })
    expect(() => newConnector(join(folder, 'city'))).toThrow('exists already')
    expect(() => newConnector(join(folder, 'file'))).toThrow('exists already')
    expect(readFileSync(join(folder, 'city/mine.ts'), 'utf8')).toBe('mine')
  })

  it('says why it cannot be written', () => {
    const folder = configFolder({})
    writeFileSync(join(folder, 'blocked'), '')
    expect(() => newConnector(join(folder, 'blocked', 'city'))).toThrow(/exists already|ENOTDIR/)
  })
})
