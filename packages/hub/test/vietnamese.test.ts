import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { example } from '@cchc/connector-example'
import { type Catalogue, inWords, say } from '@cchc/domain'
import { expect, test } from 'vitest'
import { builtInConnectors, loadConnector } from '../src/config/connectors.ts'
import { loadVietnamese, OWN_VIETNAMESE } from '../src/vietnamese/index.ts'

const ROOT = join(import.meta.dirname, '../../..')
const CALL = /(?<![\w.]|function )say\(/g
const LITERAL = /^\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\$]|\\.)*)`)\s*[,)]/

interface Said {
  readonly file: string
  /** Undefined where the words are no literal. */
  readonly template: string | undefined
}

function saidIn(file: string): Said[] {
  const text = readFileSync(join(ROOT, file), 'utf8').replaceAll(/^ *\*.*$/gm, '')
  return [...text.matchAll(CALL)].map(({ index }) => {
    const [, ...quoted] = LITERAL.exec(text.slice(index + 'say('.length)) ?? []
    return { file, template: quoted.find((one) => one !== undefined)?.replace(/\\(.)/g, '$1') }
  })
}

/** Audit rules bring both languages with them, and a test of their own. */
const BILINGUAL = /^packages\/audit\/src\/(?!entered\/)/

const said = globSync('{packages/*,packages/connectors/*,apps/gateway}/src/**/*.ts', { cwd: ROOT })
  .filter((file) => !BILINGUAL.test(file))
  .flatMap(saidIn)
const templates = new Set(said.flatMap(({ template }) => template ?? []))
const vietnamese = { ...example.phrases?.vi, ...(await loadVietnamese()) }

function namesOf(text: string): string[] {
  return [...text.matchAll(/\{([a-z][A-Za-z]*)\}/g)].map((match) => match[1] ?? '').toSorted()
}

test('the sources are read, and every message has its template beside it', () => {
  expect(templates).toContain(
    'This is a fault of CCHC Hub: report it with the command that you ran.',
  )
  expect(said.filter(({ template }) => template === undefined)).toEqual([])
})

test('every template has a Vietnamese text with the same names', () => {
  expect([...templates].filter((template) => !(template in vietnamese))).toEqual([])
  for (const template of templates) {
    expect(namesOf(vietnamese[template] ?? ''), template).toEqual(namesOf(template))
  }
})

test('no Vietnamese text is left over from a template that is gone, none has two', async () => {
  const connectors = await Promise.all(builtInConnectors().map(loadConnector))
  const catalogues = [...OWN_VIETNAMESE, ...connectors.map((one) => one?.phrases?.vi ?? {})]
  for (const [template, text] of catalogues.flatMap((catalogue) => Object.entries(catalogue))) {
    expect(templates, 'no text is left over').toContain(template)
    expect(text, template).toBe(vietnamese[template])
  }
})

test('Vietnamese texts are composed', () => {
  for (const text of Object.values(vietnamese)) expect(text).toBe(text.normalize('NFC'))
})

test('what a library says in both languages is said in the one that is asked for', () => {
  const both: Catalogue = vietnamese
  expect(inWords({ template: '{en}', values: { en: 'Invalid input', vi: 'sai' } }, both)).toBe(
    'sai',
  )
  expect(inWords(say('unheard of'), both)).toBe('unheard of')
})
