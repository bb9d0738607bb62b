import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { configJsonSchema } from '../src/index.ts'

const written = JSON.parse(
  readFileSync(new URL('../schema/cchc.config.schema.json', import.meta.url), 'utf8'),
)

it('the published schema is current (otherwise run the script `schema` of this package)', async () => {
  expect(written).toEqual(JSON.parse(JSON.stringify(await configJsonSchema())))
})

it('allows secrets only as references, and no unknown keys', () => {
  const [openCps] = written.properties.sources.additionalProperties.anyOf
  expect(openCps.properties.connector).toEqual({ const: 'opencps' })
  expect(openCps.additionalProperties).toBe(false)
  expect(openCps.required).toContain('baseUrl')
  expect('plain text').not.toMatch(new RegExp(openCps.properties.password.pattern))
  expect(['$', '{env:NAME}'].join('')).toMatch(new RegExp(openCps.properties.password.pattern))
  expect(written.additionalProperties).toBe(false)
})
