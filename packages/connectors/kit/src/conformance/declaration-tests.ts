import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Connector } from '../contract.ts'
import type { BenchPortal } from './bench-portal.ts'

/** What can be read from a connector without a portal. */
export function declarationTests(connector: Connector, portal: BenchPortal): void {
  test('names itself for configuration files and for people', () => {
    expect(connector.id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
    expect(connector.version).toMatch(/^\d+\.\d+\.\d+/)
    expect(connector.title.normalize('NFC')).toBe(connector.title)
    expect(connector.title.trim()).not.toBe('')
  })

  test('says in Vietnamese what its templates name', () => {
    for (const [template, text] of Object.entries(connector.phrases?.vi ?? {})) {
      expect(text).toBe(text.normalize('NFC'))
      expect(namesIn(text), template).toEqual(namesIn(template))
    }
  })

  test('prints its configuration as JSON Schema', () => {
    const schema = z.toJSONSchema(connector.config, { io: 'input' })
    expect(schema.type).toBe('object')
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema)
  })

  test('opens a reader for every declared stream, no other, and no socket', () => {
    const before = portal.requests
    const { streams } = portal.open()
    expect(Object.keys(streams).sort()).toEqual(Object.keys(connector.streams).sort())
    expect(portal.requests).toBe(before)
  })

  test.each(Object.entries(connector.streams))('%s is known by fields of its record', (_, spec) => {
    expect(spec.key.length).toBeGreaterThan(0)
    const fields = Object.keys(
      z.toJSONSchema(spec.record, { unrepresentable: 'any' }).properties ?? {},
    )
    expect(fields).toEqual(expect.arrayContaining([...spec.key]))
  })
}

function namesIn(text: string): string[] {
  return [...text.matchAll(/\{[a-z][A-Za-z]*\}/g)].map(([name]) => name).toSorted()
}
