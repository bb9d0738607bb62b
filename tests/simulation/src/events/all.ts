import type { SimulatedEvent } from './define-event.ts'
import { dossierGoesOn } from './dossier-goes-on.ts'
import { dossiersArrive } from './dossiers-arrive.ts'
import { sync } from './sync.ts'

/** Everything that can happen. */
export const EVENTS: readonly SimulatedEvent[] = [sync, dossiersArrive, dossierGoesOn]
