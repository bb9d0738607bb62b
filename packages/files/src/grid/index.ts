export type { Grid } from './grid.ts'
export { readGrids } from './read-grids.ts'
