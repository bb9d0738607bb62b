import type { Deliver } from './channel.ts'

/** Hands a message over as its channel says. */
export const deliver: Deliver = async (channel, outgoing, hub) => {
  switch (channel.kind) {
    case 'webhook':
      return (await import('./webhook.ts')).deliverToWebhook(channel, outgoing, hub)
    case 'mail':
      return (await import('./mail.ts')).deliverByMail(channel, outgoing, hub)
    case 'command':
      return (await import('./command.ts')).deliverToCommand(channel, outgoing, hub)
  }
}
