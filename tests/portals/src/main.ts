import { parseArgs } from 'node:util'
import { dakNongWorld, servePortals, smallWorld, type World } from './index.ts'

const WORLDS: Readonly<Record<string, () => World>> = {
  'dak-nong': dakNongWorld,
  small: smallWorld,
}

const { values } = parseArgs({
  options: {
    world: { type: 'string', default: 'dak-nong' },
    port: { type: 'string', default: '8088' },
  },
})

const build = WORLDS[values.world]
if (build) {
  const { url, openCps, national } = await servePortals({
    world: build(),
    port: Number(values.port),
  })
  process.stdout.write(`${JSON.stringify({ url, openCps, national }, null, 2)}\n`)
} else {
  process.stderr.write(`no world "${values.world}"; choose ${Object.keys(WORLDS).join(' or ')}\n`)
  process.exitCode = 2
}
