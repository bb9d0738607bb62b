import { type Http, type HttpIo, loggedIn, parseJson } from '@cchc/connector-kit'
import { PortalChanged, say } from '@cchc/domain'
import { z } from 'zod'
import type { ExampleConfig } from './config.ts'

const LoginAnswer = z.object({ token: z.string().min(1) })

/** Asks the portal; logs in with the first request, and again when the portal has forgotten us. */
export function openPortal({ username, password }: ExampleConfig, io: HttpIo): Http {
  const login = () =>
    io.http.read({ method: 'POST', url: 'login', json: { username, password } }, (answer) =>
      expected(LoginAnswer, parseJson(answer)),
    )
  return loggedIn<z.output<typeof LoginAnswer>>(
    {
      login,
      token: ({ token }) => token,
      show: (request, { token }) => ({
        ...request,
        headers: { ...request.headers, Authorization: `Bearer ${token}` },
      }),
    },
    io,
  )
}

/** An answer of the shape that the portal's document states; anything else is a portal that has changed. */
export function expected<S extends z.ZodType>(schema: S, answer: unknown): z.output<S> {
  const read = schema.safeParse(answer)
  if (read.success) return read.data
  throw new PortalChanged(say('an answer of the portal has another form than its document states'))
}
