import { simulatedPortal } from '@cchc/connector-kit/conformance'
import { type NationalOptions, nationalHandlers, smallWorld, type World } from '@cchc/portals'
import { http } from 'msw'
import { afterEach, beforeAll } from 'vitest'
import { nationalDvc } from '../src/index.ts'

const baseUrl = 'http://national.test'
export const access = { baseUrl, username: 'cchc', password: 's3cret-pass' }

export const world = smallWorld({ dossiers: 300 })
let portal: ReturnType<
  typeof simulatedPortal<typeof nationalDvc.config, typeof nationalDvc.streams>
>

/** The small world with `count` procedures, most of which nobody asks for. */
export function manyProcedures(count: number): World {
  const procedures = Array.from({ length: count }, (_, index) => ({
    ...(world.procedures[index % world.procedures.length] as World['procedures'][number]),
    code: `1.${String(200_000 + index)}`,
  }))
  return { ...world, procedures }
}

/** What the portal was asked, oldest first: the service or the path, and the body. */
export const asked: { what: string; body: Record<string, unknown> }[] = []

/** Starts and stops the simulated portal around the tests of a file. */
export function usePortal(): void {
  portal = simulatedPortal(nationalDvc)
  beforeAll(() => {
    portal.server.events.on('request:start', async ({ request }) => {
      const path = new URL(request.url).pathname
      const body = (await request.clone().json()) as Record<string, unknown>
      asked.push({ what: String(body.service ?? path.split('/').at(-1)), body })
    })
  })
  afterEach(() => {
    asked.length = 0
  })
}

const MAY_2023 = Date.UTC(2023, 4, 15)

export interface Settings {
  readonly config?: object
  readonly portal?: Partial<NationalOptions>
  readonly shown?: World
  readonly now?: number
}

/** Opens the connector on the simulated portal; every line it logs is kept. */
export function opened({ config, portal: own, shown = world, now = MAY_2023 }: Settings = {}) {
  const unitCode = `000.00.00.${world.provinceCode}`
  return portal.open({
    config: { ...access, unitCode, ...config },
    handlers: nationalHandlers(shown, { ...access, ...own }),
    now: () => now,
  })
}

/** Answers one path of the portal with a fixed body. */
export function answering(path: string, response: () => Response): void {
  portal.server.use(http.post(`${baseUrl}${path}`, response))
}

export const fromStart = { cursor: undefined }
