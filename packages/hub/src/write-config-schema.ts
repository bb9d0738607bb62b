import { mkdirSync, writeFileSync } from 'node:fs'
import { configJsonSchema } from './config/config-json-schema.ts'

const folder = new URL('../schema/', import.meta.url)
mkdirSync(folder, { recursive: true })
const schema = JSON.stringify(await configJsonSchema(), null, 2)
writeFileSync(new URL('cchc.config.schema.json', folder), `${schema}\n`)
