export { cellAddress } from './cell-address.ts'
export { type Grid, type GridCell, type GridRow, ORIGINS_SHEET } from './grid.ts'
export { readGrids } from './read-grids.ts'
