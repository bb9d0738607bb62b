import { type Message, say } from '@cchc/domain'
import { CONTRACT_VERSION, type Connector } from './connector.ts'

/** Why a connector cannot be used that was built for another version of the contract, and what to install. */
export function contractFault({ contract }: Pick<Connector, 'contract'>): Message | undefined {
  if (contract === CONTRACT_VERSION) return undefined
  // The first version was not written down.
  const values = { found: contract ?? 1, needed: CONTRACT_VERSION }
  return values.found < CONTRACT_VERSION
    ? say(
        'was built for version {found} of the connector contract, and this CCHC Hub has version {needed}: install a newer version of the connector',
        values,
      )
    : say(
        'was built for version {found} of the connector contract, and this CCHC Hub has version {needed}: install a newer CCHC Hub (npm install @cchc/cli@latest)',
        values,
      )
}
