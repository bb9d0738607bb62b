import type { LivingDossier, Province } from '../province.ts'

const OPEN = new Set(['processing', 'waiting', 'interoperating'])

/** Whether OpenCPS can be asked for it as one that is still open. */
export function isOpen({ status }: LivingDossier): boolean {
  return OPEN.has(status)
}

/** One of the dossiers that pass, named by a share from 0 to 1 so that it is found whatever happened before. */
export function aDossier(
  { dossiers }: Province,
  share: number,
  passes: (dossier: LivingDossier) => boolean,
): LivingDossier | undefined {
  const candidates = dossiers.filter(passes)
  return candidates[Math.floor(share * candidates.length)]
}
