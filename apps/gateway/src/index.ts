export { createGateway, type GatewayOptions } from './gateway.ts'
export { type RunningGateway, type ServeOptions, serveGateway } from './serve.ts'
