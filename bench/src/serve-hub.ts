import { parseArgs } from 'node:util'
import { serveGateway } from '@cchc/gateway'
import { type Hub, openHub } from '@cchc/hub'
import { createKey } from '@cchc/hub/actions/keys'
import { benchOptions } from './hub-sync.ts'

const { values } = parseArgs({
  options: {
    file: { type: 'string' },
    portal: { type: 'string' },
    key: { type: 'boolean', default: false },
  },
})
const options = benchOptions({
  portal: JSON.parse(values.portal ?? ''),
  format: 'xml',
  file: values.file ?? '',
})
const hub = await openHub(options)
const key = values.key ? await keyOf(hub) : ''
const { url } = await serveGateway(hub, { port: 0, workers: options })
console.log(JSON.stringify({ url, key }))

async function keyOf({ act }: Hub): Promise<string> {
  const { key: text } = await act(createKey, { name: 'load', scopes: ['admin'], org: ['all'] })
  return text
}
