import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { serveGateway } from '@cchc/gateway'
import { openHub } from '@cchc/hub'
import { PUSH_KEY, SENDING_SOURCE } from './mixed/place.ts'

const { values } = parseArgs({ options: { file: { type: 'string' } } })
const key = ['$', '{env:PUSH_KEY}'].join('')
const options = {
  config: {
    store: { url: `sqlite:${values.file}` },
    connectors: [fileURLToPath(new URL('./mixed/sending-portal.ts', import.meta.url))],
    sources: { [SENDING_SOURCE]: { connector: 'sending-portal', key } },
  },
  env: { PUSH_KEY },
}
const { url } = await serveGateway(await openHub(options), { port: 0, workers: options })
console.log(JSON.stringify({ url }))
