import { createServer } from 'node:net'
import type { doctor } from '@cchc/hub/questions/doctor'
import type { AnswerOf } from '@cchc/hub/questions/question'
import type { Messages } from '../../messages/index.ts'

type Finding = AnswerOf<typeof doctor>['items'][number]

/** The oldest Node that the packages promise to work on. */
const OLDEST = [22, 14] as const

/** Node, as this process runs on it. */
export function lookAtNode(
  { doctor: said }: Pick<Messages, 'doctor'>,
  version = process.versions.node,
): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const isOld = major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])
  return {
    ...{ what: said.node, told: version },
    ...(isOld ? { state: 'broken', fix: said.newerNode } : { state: 'good', fix: null }),
  }
}

/** Whether the port of the gateway can be listened on, or is listened on already. */
export async function lookAtPort(
  { doctor: said }: Pick<Messages, 'doctor'>,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Finding> {
  const code = await listeningFails(host, port)
  const what = said.port(host, port)
  if (code === undefined) return { what, state: 'good', told: said.free, fix: null }
  if (code === 'EADDRINUSE') return { what, state: 'good', told: said.taken, fix: null }
  return { what, state: 'broken', told: said.refused(code), fix: said.otherPort }
}

async function listeningFails(host: string, port: number): Promise<string | undefined> {
  const server = createServer()
  return new Promise((resolve) => {
    server.once('error', ({ code = 'unknown' }: NodeJS.ErrnoException) => resolve(code))
    server.listen({ host, port }, () => server.close(() => resolve(undefined)))
  })
}
