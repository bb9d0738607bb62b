import { LEVEL_NAMES, level } from '../dimension/level.ts'
import { defineDossierFigure } from './dossier-figure.ts'
import { unitLevels } from './parameters.ts'

/** Dossiers of the organisations at some levels. */
export const dossiers = defineDossierFigure({
  id: 'dossiers',
  name: 'Hồ sơ theo cấp của đơn vị',
  by: level,
  asked: unitLevels,
  condition: (levels) => ({
    name: 'Cấp của đơn vị',
    value: levels.map((code) => LEVEL_NAMES[code]).join(', '),
  }),
  counts: ({ code }, levels) => levels.some((one) => one === code),
})
