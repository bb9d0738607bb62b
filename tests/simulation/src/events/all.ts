import { catalogueChanges } from './catalogue-changes.ts'
import { catalogueSpoilt } from './catalogue-spoilt.ts'
import { clockJumps } from './clock-jumps.ts'
import { clockWeeksOff } from './clock-weeks-off.ts'
import { databaseRefuses } from './database-refuses.ts'
import { daysRead } from './days-read.ts'
import type { SimulatedEvent } from './define-event.ts'
import { dossierCorrected } from './dossier-corrected.ts'
import { dossierDatedAhead } from './dossier-dated-ahead.ts'
import { dossierGoesOn } from './dossier-goes-on.ts'
import { dossierMoves } from './dossier-moves.ts'
import { dossierRenumbered } from './dossier-renumbered.ts'
import { dossierVanishes } from './dossier-vanishes.ts'
import { dossiersArrive } from './dossiers-arrive.ts'
import { figureEntered } from './figure-entered.ts'
import { figuresLookedAt } from './figures-looked-at.ts'
import { periodClosed } from './period-closed.ts'
import { periodReopened } from './period-reopened.ts'
import { portalClockWrong } from './portal-clock-wrong.ts'
import { portalFails } from './portal-fails.ts'
import { portalLies } from './portal-lies.ts'
import { processDies } from './process-dies.ts'
import { processFreezes } from './process-freezes.ts'
import { refusalsRetried } from './refusals-retried.ts'
import { resultReturned } from './result-returned.ts'
import { sync } from './sync.ts'

/** Everything that can happen. */
export const EVENTS: readonly SimulatedEvent[] = [
  sync,
  daysRead,
  dossiersArrive,
  dossierGoesOn,
  resultReturned,
  dossierMoves,
  dossierVanishes,
  dossierRenumbered,
  dossierCorrected,
  dossierDatedAhead,
  catalogueChanges,
  catalogueSpoilt,
  portalFails,
  portalLies,
  processDies,
  processFreezes,
  databaseRefuses,
  clockJumps,
  periodClosed,
  periodReopened,
  figuresLookedAt,
  figureEntered,
  refusalsRetried,
  // What is drawn last leaves the years as they were.
  portalClockWrong,
  clockWeeksOff,
]
