/** One service of a procedure: which agency offers it, at which level (mức độ). */
export interface SimulatedService {
  /** Old form, `000.00.53.H16`. */
  readonly organisationCode: string
  readonly organisationName: string
  readonly level: 2 | 3 | 4
}

/** A procedure (TTHC) as the simulated portals know it. */
export interface SimulatedProcedure {
  readonly code: string
  readonly name: string
  readonly fieldCode: string
  readonly fieldName: string
  readonly level: 'province' | 'district' | 'commune'
  /** Đồng; 0 = free. */
  readonly feeAmount: number
  readonly onlinePayment: boolean
  readonly services: readonly SimulatedService[]
  readonly publishedNationally: boolean
}

/** An organisation in both forms of its code. */
export interface SimulatedOrganisation {
  readonly code: string
  readonly oldCode: string
  readonly name: string
  readonly level: 'province' | 'department' | 'district' | 'commune'
  readonly parentCode: string | null
}

export interface SimulatedField {
  readonly code: string
  readonly name: string
}

export type SimulatedChannel = 'online' | 'direct' | 'postal'

/** What a system of late 2026 tells of a dossier beside; instants are epoch ms. */
export interface SimulatedFacts {
  readonly handedInAt: number
  /** When the competent agency got it; null = it was handed in there. */
  readonly competentSince: number | null
  /** Old form of the code of the agency that took it in. */
  readonly receivedBy: string
  readonly outsideArea: boolean
  readonly apology: boolean
  readonly payment: 'none' | 'online' | 'direct'
  readonly receipt: boolean
}

/** One dossier in full; instants are epoch ms. */
export interface SimulatedDossier {
  readonly id: number
  readonly code: string
  readonly procedure: SimulatedProcedure
  readonly organisation: SimulatedOrganisation
  readonly channel: SimulatedChannel
  /** The province's system does not say how it was handed in. */
  readonly channelUnstated?: boolean
  readonly receivedAt: number
  readonly dueAt: number | null
  /** Handling finished, or ended by withdrawal. */
  readonly releasedAt: number | null
  /** Result returned to the citizen. */
  readonly finishedAt: number | null
  /** OpenCPS status: processing, waiting, interoperating, releasing, done, unresolved, cancelled, denied. */
  readonly status: string
  readonly modifiedAt: number
  /** A supplement was asked for; the dossier waits for it while its status is `waiting`. */
  readonly supplementAt: number | null
  readonly serviceLevel: 2 | 3 | 4
  /** Absent where the system tells nothing of these. */
  readonly facts?: SimulatedFacts
}

export type DossierLevel = 'department' | 'district' | 'commune'

/** What rule tt01-2020 counts over the world's window. */
export interface LevelTotals {
  readonly carriedOver: number
  readonly received: number
  readonly online: number
  readonly resolved: number
  /** Early and on time together. */
  readonly onTime: number
  readonly pending: number
}

export interface WorldTotals {
  /** Inclusive days in Asia/Ho_Chi_Minh. */
  readonly from: string
  readonly to: string
  readonly byLevel: Readonly<Record<DossierLevel, LevelTotals>>
}

/** A unit of a province that became part of the world's, and the unit that does its work since. */
export interface FormerUnit extends SimulatedOrganisation {
  readonly successor: string
}

/** A province that became part of the world's. Days are the first on which it was otherwise. */
export interface FormerProvince {
  readonly name: string
  readonly code: string
  /** Its units became those that succeeded them. */
  readonly mergedOn: string
  /** Its own system, which had gone on under its codes, stood still, and what was not over was moved to that of the world. */
  readonly movedOn: string
  /** With itself. */
  readonly units: readonly FormerUnit[]
}

/** What the system of a former province holds. */
export interface FormerSystem {
  readonly province: FormerProvince
  /** As that system has it, which may have stood still since; null = it never had it. */
  dossier(index: number): SimulatedDossier | null
}

/** A simulated province: organisations, procedures and dossiers, the same for every portal that shows it. */
export interface World {
  readonly name: string
  readonly provinceCode: string
  readonly organisations: readonly SimulatedOrganisation[]
  readonly fields: readonly SimulatedField[]
  readonly procedures: readonly SimulatedProcedure[]
  /** The system of a province that became part of this one; dossiers that were over in it are in no other. */
  readonly former?: FormerSystem
  /** The instant at which the portals are looked at; whatever is derived from dossiers holds while it stays the same. */
  readonly now: number
  readonly totals: WorldTotals
  readonly dossierCount: number
  /** Built on demand; `index` runs by receivedAt. */
  dossier(index: number): SimulatedDossier
  /**
   * The national portal's figures of an organisation with all below it, for inclusive days: `dvc-progress-tree.totalReceived`,
   * `transparency.DOSSIER_SYNC.numerator` and so on. Null is not zero.
   */
  nationalFigures(organisationCode: string, from: string, to: string): Record<string, number | null>
}
