import {
  isWithin,
  NotFoundError,
  Organisation,
  type OrganisationLevel,
  organisationLevel,
  parentOrganisationCode,
  say,
} from '@cchc/domain'
import type { Store } from '@cchc/store'

/** What figures say about an organisation. */
export interface NamedOrganisation {
  readonly code: string
  readonly name: string
  readonly level: OrganisationLevel
}

/** The organisations that the sources list, merged by code; a code that none of them lists is named by itself. */
export class OrganisationTree {
  readonly #byCode: ReadonlyMap<string, Organisation>

  constructor(organisations: readonly Organisation[]) {
    this.#byCode = new Map(organisations.toReversed().map((one) => [one.code, one]))
  }

  /** Name and level as stated; a unit has the level of the nearest organisation above it that is not a unit. */
  describe(code: string): NamedOrganisation {
    const name = this.#byCode.get(code)?.name ?? code
    return { code, name, level: this.#level(code) }
  }

  /** Everything that sources list. */
  listed(): readonly Organisation[] {
    return [...this.#byCode.values()]
  }

  /** The organisation that was asked for; throws NotFoundError when nothing at or below its code is known. */
  require(code: string): NamedOrganisation {
    const known = [...this.#byCode.keys()].some((other) => isWithin(other, code))
    if (known) return this.describe(code)
    throw new NotFoundError(say('No organisation {code} is known.', { code }), {
      fix: say('Check the code, or sync a source that lists organisations.'),
    })
  }

  /** The same where a query may leave it out; null = all organisations. */
  asked(code: string | undefined): NamedOrganisation | null {
    return code === undefined ? null : this.require(code)
  }

  #level(code: string): OrganisationLevel {
    const own = this.#byCode.get(code)?.level ?? organisationLevel(code, code)
    const parent = parentOrganisationCode(code)
    if (own !== 'unit' || parent === undefined) return own
    const above = this.#level(parent)
    return above === 'province' || above === 'central' ? own : above
  }
}

/** Reads the organisations of every source. */
export async function loadOrganisations(
  store: Pick<Store, 'listRecords'>,
): Promise<OrganisationTree> {
  const records = await store.listRecords<unknown>('organisation')
  const ordered = records.toSorted((a, b) => (a.source < b.source ? -1 : 1))
  return new OrganisationTree(ordered.map(({ value }) => Organisation.parse(value)))
}
