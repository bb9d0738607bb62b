export { cellAddress } from './cell-address.ts'
export type { Grid, GridCell, GridRow } from './grid.ts'
export { readGrids } from './read-grids.ts'
