import { exportDossiers } from './dossiers.ts'
import type { Export } from './export.ts'
import { exportIndicators } from './indicators.ts'
import { exportStatistics } from './statistics.ts'

/** Everything that can be exported, by its name. */
export const EXPORTS_BY_NAME = { exportDossiers, exportStatistics, exportIndicators } as const

/** Everything that can be exported. */
export const EXPORTS: readonly Export[] = Object.values(EXPORTS_BY_NAME)
