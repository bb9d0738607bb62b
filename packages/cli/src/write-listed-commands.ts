import { writeFileSync } from 'node:fs'
import { listCommands } from './list-commands.ts'

const commands = JSON.stringify(await listCommands(), null, 2)
writeFileSync(new URL('listed-commands.json', import.meta.url), `${commands}\n`)
