import { type Message, PortalChanged, say } from '@cchc/domain'

/** The reporting service answered in an unknown shape; the rest of the portal can still be read. */
export function changedInterface(message: Message): PortalChanged {
  return new PortalChanged(message, {
    fix: say(
      'The portal changed its interface; set reporting to false to go on without its figures.',
    ),
  })
}
