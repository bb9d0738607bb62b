import { describe, expect, it } from 'vitest'
import { createGateway } from '../src/index.ts'
import { fakeHub } from './fake-hub.ts'

const app = createGateway(fakeHub())
const json = async (path: string) => JSON.parse(await (await app.request(path)).text())

describe('OpenAPI', () => {
  it('lists every route', async () => {
    const document = await json('/openapi.json')
    expect(document.openapi).toBe('3.1.0')
    const routes = app.routes
      .filter(({ method, path }) => method !== 'ALL' && /^\/(v1|health|ready)/.test(path))
      .map(({ path }) => path.replace(/:(\w+)/g, '{$1}'))
    expect(Object.keys(document.paths).sort()).toEqual([...new Set(routes)].sort())
    expect(routes.length).toBeGreaterThanOrEqual(13)
    for (const path of Object.values<Record<string, { responses: object }>>(document.paths)) {
      for (const { responses } of Object.values(path))
        expect(Object.keys(responses)).toContain('200')
    }
    const { parameters } = document.paths['/v1/statistics/dossiers'].get
    const names = parameters.map(({ name }: { name: string }) => name)
    expect(names.sort()).toEqual([
      'asKnownAt',
      'by',
      'current',
      'org',
      'period',
      'rule',
      'source',
      'treeAt',
    ])
  })

  it('describes a cell by the cells that it is made of', async () => {
    const { components } = await json('/openapi.json')
    const { operands } = components.schemas.ExplainedCell.properties.origin.properties
    expect(operands.items).toEqual({ $ref: '#/components/schemas/ExplainedCell' })
  })

  it('serves the docs page from this machine alone', async () => {
    const page = await (await app.request('/docs')).text()
    expect(page).not.toMatch(/https?:\/\//)
    for (const [, file] of page.matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect((await app.request(file ?? '')).status).toBe(200)
    }
  })
})
