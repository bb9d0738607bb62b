import type { PlannedProcedure, WorldPlan } from './plan.ts'
import { type Random, Weighted } from './random.ts'
import type { DossierLevel } from './world.ts'

/** A procedure as one organisation offers it. */
export interface Offer {
  readonly organisation: number
  readonly procedure: number
  readonly serviceLevel: 3 | 4
  readonly termDays: number
  readonly weight: number
  readonly usedOnline: boolean
}

interface Desk {
  readonly weight: number
  readonly offers: readonly Offer[]
  readonly draw: Weighted
}

/** Draws what a citizen asks for, and where, among the organisations of one level. */
export class Demand {
  readonly #all: Desk[]
  readonly #online: Desk[]
  readonly #drawAll: Weighted
  readonly #drawOnline: Weighted
  /** One offer for each procedure and level that citizens use online. */
  readonly usedOnline: readonly Offer[]

  constructor(plan: WorldPlan, level: DossierLevel) {
    const offers = offersByOrganisation(plan, level)
    this.#all = offers.map(([weight, list]) => desk(weight, list))
    this.#online = offers.map(([weight, list]) =>
      desk(
        weight,
        list.filter((offer) => offer.usedOnline),
      ),
    )
    this.#drawAll = new Weighted(this.#all.map(deskWeight))
    this.#drawOnline = new Weighted(this.#online.map(deskWeight))
    this.usedOnline = onePerService(this.#online.flatMap((each) => each.offers))
  }

  draw(random: Random, online: boolean): Offer {
    const desks = online ? this.#online : this.#all
    const drawn = desks[(online ? this.#drawOnline : this.#drawAll).draw(random)]
    const offer = drawn?.offers[drawn.draw.draw(random)]
    if (offer === undefined) throw new RangeError('no organisation of this level offers a service')
    return offer
  }
}

function desk(weight: number, offers: readonly Offer[]): Desk {
  return { weight, offers, draw: new Weighted(offers.map((offer) => offer.weight)) }
}

function deskWeight({ weight, offers }: Desk): number {
  return offers.length === 0 ? 0 : weight
}

function onePerService(offers: readonly Offer[]): Offer[] {
  const found = new Map<string, Offer>()
  for (const offer of offers) {
    const key = `${offer.procedure}/${offer.serviceLevel}`
    if (!found.has(key)) found.set(key, offer)
  }
  return [...found.values()]
}

function offersByOrganisation(plan: WorldPlan, level: DossierLevel): [number, Offer[]][] {
  const desks = new Map<string, [number, Offer[]]>()
  const indices = new Map<string, number>()
  plan.organisations.forEach((organisation, index) => {
    if (organisation.level !== level) return
    desks.set(organisation.oldCode, [organisation.weight, []])
    indices.set(organisation.oldCode, index)
  })
  plan.procedures.forEach((procedure, index) => {
    for (const { organisationCode, level: serviceLevel } of procedure.services) {
      const organisation = indices.get(organisationCode)
      if (organisation === undefined || serviceLevel === 2) continue
      desks
        .get(organisationCode)?.[1]
        .push(offerOf({ procedure, index, organisation, serviceLevel }))
    }
  })
  return [...desks.values()]
}

function offerOf(service: {
  procedure: PlannedProcedure
  index: number
  organisation: number
  serviceLevel: 3 | 4
}): Offer {
  const { procedure, index, organisation, serviceLevel } = service
  return {
    organisation,
    procedure: index,
    serviceLevel,
    termDays: procedure.termDays,
    weight: procedure.weight,
    usedOnline: procedure.usedOnline.includes(serviceLevel),
  }
}
