import { type Fault, type Message, say } from '@cchc/domain'
import { suggestion } from '../near.ts'
import { mapping } from './checked.ts'

type Written = Readonly<Record<string, unknown>>

/** What is wrong with the sources into which others say that their dossiers were moved. */
export function movedFaults(sources: Written): Fault[] {
  return Object.keys(sources).flatMap((id) => {
    const message = faultOf(id, sources)
    return message ? [{ path: `sources.${id}.movedTo`, message }] : []
  })
}

function faultOf(id: string, sources: Written): Message | undefined {
  const to = movedTo(id, sources)
  if (to === undefined) return undefined
  if (!Object.hasOwn(sources, to)) {
    const values = { source: to, suggestion: suggestion(to, Object.keys(sources)) }
    return say('no source is called {source}. {suggestion}', values)
  }
  const ministry = [id, to].find((one) => 'ministry' in mapping(sources[one]))
  if (ministry !== undefined) {
    return say("{source} is a ministry's system, of which copies are known anyway", {
      source: ministry,
    })
  }
  return leadsBack(id, sources) ? say('leads back to {source} itself', { source: id }) : undefined
}

function movedTo(id: string, sources: Written): string | undefined {
  const { movedTo: to } = mapping(sources[id])
  return typeof to === 'string' ? to : undefined
}

function leadsBack(id: string, sources: Written): boolean {
  const passed = new Set<string>()
  let next = movedTo(id, sources)
  while (next !== undefined && !passed.has(next)) {
    passed.add(next)
    next = movedTo(next, sources)
  }
  return passed.has(id)
}
