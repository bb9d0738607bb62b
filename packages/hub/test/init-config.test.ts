import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { configTemplate, initConfig } from '../src/index.ts'
import { configFolder } from './config-text.ts'

it('writes the commented template', () => {
  const path = join(configFolder({}), 'cchc.config.yaml')
  initConfig(path)
  expect(readFileSync(path, 'utf8')).toBe(configTemplate())
})

it('never overwrites', () => {
  const path = join(configFolder({ 'cchc.config.yaml': 'mine' }), 'cchc.config.yaml')
  expect(() => initConfig(path)).toThrow('exists already')
  expect(readFileSync(path, 'utf8')).toBe('mine')
})

it('says why it cannot write', () => {
  expect(() => initConfig(join(configFolder({}), 'absent', 'cchc.config.yaml'))).toThrow('ENOENT')
})
