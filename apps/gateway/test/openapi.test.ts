import { beforeAll, describe, expect, it } from 'vitest'
import { createGateway } from '../src/index.ts'
import { smallHub } from './small-hub.ts'

let app: ReturnType<typeof createGateway>
beforeAll(async () => {
  app = createGateway(await smallHub())
})
const json = async (path: string) => JSON.parse(await (await app.request(path)).text())

interface DescribedRoute {
  readonly responses: {
    readonly [status: string]: {
      readonly content: Readonly<Record<string, { readonly schema: object }>>
    }
  }
}

interface Described {
  readonly kind: { readonly const: string }
}

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
        expect(Object.keys(responses).filter((status) => /^20[02]$/.test(status))).toHaveLength(1)
    }
    const { parameters } = document.paths['/v1/statistics/dossiers'].get
    const names = parameters.map(({ name }: { name: string }) => name)
    expect(names.sort()).toEqual([
      'anyway',
      'asKnownAt',
      'by',
      'current',
      'org',
      'partial',
      'period',
      'rule',
      'source',
      'suppressBelow',
      'top',
      'treeAt',
    ])
  })

  it('describes a cell by the cells that it is made of', async () => {
    const { components } = await json('/openapi.json')
    const { oneOf } = components.schemas.ExplainedCell.properties.origin
    const kinds = oneOf.map(({ properties }: never) => (properties as Described).kind.const)
    expect(kinds).toEqual(['quotient', 'sum', 'counted', 'portal', 'entered', 'missing'])
    expect(oneOf[1].properties.operands.items).toEqual({
      $ref: '#/components/schemas/ExplainedCell',
    })
  })

  it('types every answer, by components that are there', async () => {
    const text = await (await app.request('/openapi.json')).text()
    const { paths, components } = JSON.parse(text)
    for (const path of Object.values<Record<string, DescribedRoute>>(paths)) {
      for (const { responses } of Object.values(path)) {
        const { content = {} } = responses['200'] ?? responses['202'] ?? {}
        const [first] = Object.values(content)
        expect(first?.schema ?? {}).not.toEqual({})
      }
    }
    for (const [, name = ''] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      expect(Object.keys(components.schemas)).toContain(name)
    }
    for (const word of ['placeholder', '$defs', 'wrong'])
      expect(text.includes(`"${word}":`)).toBe(false)
  })

  it('serves the docs page from this machine alone', async () => {
    const page = await (await app.request('/docs')).text()
    expect(page).not.toMatch(/https?:\/\//)
    for (const [, file] of page.matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect((await app.request(file ?? '')).status).toBe(200)
    }
  })
})
