export { createGateway } from './gateway.ts'
export { serveGateway } from './serve.ts'
