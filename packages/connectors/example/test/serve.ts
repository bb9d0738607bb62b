import { serveHandlers } from '@cchc/connector-kit/serving'
import { LOGIN, later, today } from './portal.ts'

// npm run portal            the portal on the tenth
// npm run portal -- later   five days later
const handlers = process.argv[2] === 'later' ? later : today
const { url } = await serveHandlers(handlers, { port: 8090 })
process.stdout.write(`baseUrl: ${url}\nusername: ${LOGIN.username}\npassword: ${LOGIN.password}\n`)
