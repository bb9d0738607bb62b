import { say } from '@cchc/domain'
import type { HubContext } from '../context.ts'
import { checkSource, type SourceCheck } from '../sources/check-source.ts'
import { type ConfiguredSource, isRead } from '../sources/configured-source.ts'
import { gatesOfRemoved, heldThoughRemoved } from '../sources/removed-gates.ts'
import { broken, type Finding, type Look } from './finding.ts'

/** Reaches every portal, logs in, tries what the account may read of every stream, and tells what of a removed source is held. */
export const lookAtSources: Look = async (hub) => {
  const findings: Finding[] = (await gatesOfRemoved(hub)).map((gate) => ({
    what: say('source {source}', { source: gate.source }),
    state: 'look',
    told: heldThoughRemoved(gate),
  }))
  for (const source of hub.config.sources) findings.push(...(await lookAtSource(hub, source)))
  if (hub.config.sources.length > 0) return findings
  return [
    ...findings,
    {
      what: say('sources'),
      state: 'look',
      told: say('No source is configured.'),
      fix: say('Add one to the configuration: cchc init shows what it looks like.'),
    },
  ]
}

async function lookAtSource(hub: HubContext, source: ConfiguredSource): Promise<Finding[]> {
  const what = say('source {source}', { source: source.id })
  if (!isRead(source)) return [{ what, state: 'good', told: say('it sends by itself') }]
  const { failure, streams } = await checkSource(hub, source.id)
  const isOfStream = streams.some((one) => one.failure === failure)
  const reached: Finding =
    failure && !isOfStream
      ? broken(what, failure)
      : { what, state: 'good', told: say('reached and logged in') }
  return [reached, ...streams.map((stream) => streamFinding(source.id, stream))]
}

function streamFinding(
  source: string,
  { stream, failure }: SourceCheck['streams'][number],
): Finding {
  const what = say('{source}: stream {stream}', { source, stream })
  return failure ? broken(what, failure) : { what, state: 'good', told: say('can be read') }
}
