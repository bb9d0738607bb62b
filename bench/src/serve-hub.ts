import { parseArgs } from 'node:util'
import { serveGateway } from '@cchc/gateway'
import { openHub } from '@cchc/hub'
import { benchOptions } from './hub-sync.ts'

const { values } = parseArgs({ options: { file: { type: 'string' }, portal: { type: 'string' } } })
const options = benchOptions({
  portal: JSON.parse(values.portal ?? ''),
  format: 'xml',
  file: values.file ?? '',
})
const { url } = await serveGateway(await openHub(options), { port: 0, workers: options })
console.log(JSON.stringify({ url }))
