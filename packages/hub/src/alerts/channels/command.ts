import { spawn } from 'node:child_process'
import { type Message, say } from '@cchc/domain'
import { toldJson } from '../message.ts'
import { ARRIVED, type Deliver } from './channel.ts'

/**
 * Starts the program without a shell, gives it the message as JSON and waits for its end; it sees the named environment
 * variables alone. What it writes is not kept, for nobody knows what is in it.
 */
export const deliverToCommand: Deliver<'command'> = async (channel, outgoing) => {
  const fault = await ended(channel, outgoing)
  return fault === undefined ? ARRIVED : { arrived: false, fault }
}

type Command = Parameters<typeof deliverToCommand>[0]

/** What went wrong; undefined where it ended with 0. */
function ended(
  { command: [program = '', ...words], env, timeoutSeconds }: Command,
  outgoing: Parameters<typeof deliverToCommand>[1],
): Promise<Message | undefined> {
  const deadline = AbortSignal.timeout(timeoutSeconds * 1000)
  const child = spawn(program, words, {
    ...{ shell: false, stdio: ['pipe', 'ignore', 'ignore'], killSignal: 'SIGKILL' },
    env: Object.fromEntries(env.map((name) => [name, process.env[name]])),
    signal: AbortSignal.any([outgoing.signal, deadline]),
  })
  return new Promise((resolve) => {
    child.once('error', ({ name, ...error }: NodeJS.ErrnoException) => {
      if (deadline.aborted) resolve(say('no answer in time'))
      else
        resolve(say('{program} cannot be started ({code})', { program, code: error.code ?? name }))
    })
    child.once('close', (code, signal) => {
      if (code === 0) resolve(undefined)
      else resolve(say('{program} ended with {code}', { program, code: code ?? signal ?? '?' }))
    })
    // A program that reads nothing ends its input; how it ends tells the rest.
    child.stdin.on('error', () => undefined)
    child.stdin.end(`${toldJson(outgoing)}\n`)
  })
}
