import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { TARGETS } from '../src/target.ts'

const ROOT = join(import.meta.dirname, '../../..')
const text = (path: string) => readFileSync(join(ROOT, path), 'utf8')

interface Service {
  readonly command?: readonly string[]
  readonly secrets: readonly string[]
  readonly depends_on?: Readonly<Record<string, object>>
  readonly healthcheck?: object
}

const compose = parse(text('deploy/compose.yaml'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>
  readonly secrets: Readonly<Record<string, object>>
}
const services = Object.values(compose.services)

test('the image is made of the Linux bundle, asks for its health, and does not run as root', () => {
  const image = text('deploy/Containerfile')
  const [linux] = TARGETS
  expect(linux?.name).toBe('linux-x64')
  expect(image).toContain(`ADD out/cchc-hub-*-${linux?.name}.${linux?.archive} /opt/`)
  expect(text('.dockerignore')).toContain(`!out/cchc-hub-*-${linux?.name}.${linux?.archive}`)
  expect(image).toContain(`/opt/cchc-hub/${linux?.launcher.path} `)
  expect(image).toMatch(/^USER (?!root|0)\w+$/m)
  const health = /^HEALTHCHECK (?:.*\\\n)* *CMD (\[.*\])$/m.exec(image)?.[1] ?? ''
  expect(JSON.parse(health)[2]).toContain("'http://127.0.0.1:8080/health'")
})

test('containers run commands that there are, with every secret from a file', () => {
  const commands = Object.keys(JSON.parse(text('packages/cli/src/listed-commands.json')))
  for (const { command } of services) if (command) expect(commands).toContain(command[0])
  const used = new Set(services.flatMap(({ secrets }) => secrets))
  expect([...used].sort()).toEqual(Object.keys(compose.secrets).sort())
  expect(text('deploy/compose.yaml')).not.toMatch(/PASSWORD: /)
})

test('the configuration of containers names the secrets that they are given', () => {
  const named = [...text('deploy/cchc.config.yaml').matchAll(/\/run\/secrets\/(\w+)/g)]
  const given = compose.services.serve?.secrets ?? []
  expect(named.map(([, name]) => name).sort()).toEqual([...given].sort())
})

test('what waits for another service waits until it is well', () => {
  const waited = services.flatMap(({ depends_on = {} }) => Object.keys(depends_on))
  expect(waited).toContain('database')
  for (const name of waited) expect(compose.services[name]?.healthcheck, name).toBeDefined()
})
