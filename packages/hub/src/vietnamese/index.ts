import { type Catalogue, IN_BOTH_LANGUAGES } from '@cchc/domain'
import { builtInConnectors, loadConnector } from '../config/connectors.ts'
import { loadedOutside } from '../config/outside-connectors.ts'
import { alertsVietnamese } from './alerts.ts'
import { cliVietnamese } from './cli.ts'
import { clientVietnamese } from './client.ts'
import { configVietnamese } from './config.ts'
import { developingVietnamese } from './developing.ts'
import { doctorVietnamese } from './doctor.ts'
import { domainVietnamese } from './domain.ts'
import { figuresVietnamese } from './figures.ts'
import { filesVietnamese } from './files.ts'
import { formsVietnamese } from './forms.ts'
import { gatewayVietnamese } from './gateway.ts'
import { hubVietnamese } from './hub.ts'
import { kitVietnamese } from './kit.ts'
import { schedulesVietnamese } from './schedules.ts'
import { storeVietnamese } from './store.ts'
import { syncVietnamese } from './sync.ts'

/**
 * Every Vietnamese text of errors, faults and warnings by its English template, those of all connectors with them:
 * of connectors from outside, those that this process has loaded, which change no text of the hub's own.
 */
export async function loadVietnamese(): Promise<Catalogue> {
  const connectors = await Promise.all(builtInConnectors().map(loadConnector))
  const theirs = connectors.map((connector) => connector?.phrases?.vi)
  const outside = loadedOutside().map((connector) => connector.phrases?.vi)
  return Object.assign({}, ...outside, IN_BOTH_LANGUAGES, ...OWN_VIETNAMESE, ...theirs)
}

/** By area, for whoever looks for a text. */
export const OWN_VIETNAMESE: readonly Catalogue[] = [
  alertsVietnamese,
  cliVietnamese,
  clientVietnamese,
  configVietnamese,
  developingVietnamese,
  doctorVietnamese,
  domainVietnamese,
  figuresVietnamese,
  filesVietnamese,
  formsVietnamese,
  gatewayVietnamese,
  hubVietnamese,
  kitVietnamese,
  schedulesVietnamese,
  storeVietnamese,
  syncVietnamese,
]
