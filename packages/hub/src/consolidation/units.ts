import { folded, parentOrganisationCode } from '@cchc/domain'
import type { Store } from '@cchc/store'
import { sameName } from '../entered/head-findings.ts'
import { listOrganisations, type OrganisationView } from '../organisations/organisations.ts'

/** The organisations right below one, by their codes. */
export async function unitsBelow(store: Store, code: string): Promise<readonly OrganisationView[]> {
  const all = await listOrganisations(store)
  return all.filter((one) => (one.parentCode ?? parentOrganisationCode(one.code)) === code)
}

/**
 * The unit whose report a file is: by the head of the report, where that names nobody by the name of the file. `named` =
 * what the head says of somebody else; neither = nothing tells.
 */
export function unitOf(
  file: { readonly name: string; readonly agency: string | null },
  units: readonly OrganisationView[],
): { readonly unit?: OrganisationView; readonly named?: string } {
  const { agency } = file
  if (agency === null) {
    const unit = byFileName(file.name, units)
    return unit ? { unit } : {}
  }
  const exact = units.filter(({ name }) => folded(name) === folded(agency))
  const alike = units.filter(({ name }) => sameName(agency, name))
  const [unit, ...others] = exact.length > 0 ? exact : alike
  return unit && others.length === 0 ? { unit } : { named: agency }
}

function byFileName(
  name: string,
  units: readonly OrganisationView[],
): OrganisationView | undefined {
  const words = ` ${folded(name).replace(/[^a-z0-9.]+/g, ' ')} `
  const said = (text: string) => {
    return words.replace(/\.\w+ $/, ' ').includes(` ${folded(text).replace(/[^a-z0-9.]+/g, ' ')} `)
  }
  const found = units.filter((one) => said(one.code) || said(one.name))
  return found.length === 1 ? found[0] : undefined
}
