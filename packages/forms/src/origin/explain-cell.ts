import type { Store } from '@cchc/store'
import type { CellExplanation } from './contract.ts'
import { type ExplainRequest, openExplainer } from './open-explainer.ts'

/** Explains one cell of one report; see `openExplainer` for what it throws. */
export async function explainCell(
  store: Store,
  request: ExplainRequest & { readonly rowId: string; readonly column?: string },
): Promise<CellExplanation> {
  const explainer = await openExplainer(store, request)
  const { rowId, column } = request
  return explainer.explain(column === undefined ? { rowId } : { rowId, column })
}
