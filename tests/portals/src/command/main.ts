#!/usr/bin/env node
import { servePortals } from '../serve.ts'
import { worldAt } from '../world/at-time.ts'
import { hubConfiguration } from './hub-configuration.ts'
import { HELP, portalsRequest } from './portals-request.ts'

try {
  const request = portalsRequest(process.argv.slice(2))
  if (request === 'help') process.stdout.write(HELP)
  else await serve(request)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
}

/** Standard output holds one document, so that it can become a file; the rest is told beside it. */
async function serve(request: Exclude<ReturnType<typeof portalsRequest>, 'help'>): Promise<void> {
  const world = worldAt(request.world(), Date.now())
  const { port, misbehaves, oneStop, divergence } = request
  const portals = await servePortals({
    ...{ world, port, ...misbehaves },
    ...(divergence && { divergence }),
  })
  const { url, openCps, national, igate } = portals
  process.stdout.write(
    request.json
      ? `${JSON.stringify({ url, openCps, national, igate }, null, 2)}\n`
      : hubConfiguration(portals, { world, oneStop, hasMinistry: divergence !== undefined }),
  )
  process.stderr.write(`The portals of "${world.name}" answer at ${url} until Ctrl-C.\n`)
}
