import { say, UsageError } from '@cchc/domain'

/** A command that works on the database and the portals themselves. */
export function notThroughGateway(): UsageError {
  return new UsageError(say('This command cannot be done through a gateway.'), {
    fix: say('Run it where the hub is, without --gateway and CCHC_GATEWAY.'),
  })
}
