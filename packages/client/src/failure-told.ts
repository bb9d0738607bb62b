import {
  type AppError,
  type ErrorCode,
  FailureElsewhere,
  GatewayFailed,
  isErrorCode,
  messageOf,
  say,
} from '@cchc/domain'
import { Problem } from '@cchc/hub/questions/problem'

/** The failure that a gateway told; GatewayFailed where it told none. */
export function failureTold(
  { origin }: URL,
  { status, text }: { readonly status: number; readonly text: string },
): AppError {
  const told = Problem.safeParse(parsed(text))
  if (!told.success) {
    return new GatewayFailed(
      say('{url} answered with status {status}, and not as a gateway does.', {
        url: origin,
        status,
      }),
      { fix: say('Look whether a gateway of CCHC Hub is at this address.') },
    )
  }
  const { detail, fix, faults = [], code } = told.data
  return new FailureElsewhere({
    code: isErrorCode(code) ? code : codeOf(status),
    said: messageOf(detail),
    whatToDo: fix === undefined ? undefined : messageOf(fix),
    faults: faults.map(({ path, message }) => ({ path, message: messageOf(message) })),
  })
}

/** What the gateway itself refuses is either wrongly asked or cannot be done now. */
function codeOf(status: number): ErrorCode {
  return status < 500 ? 'usage_invalid' : 'gateway_failed'
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
