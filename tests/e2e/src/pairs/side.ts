/** Where one of two commands works: what it writes bears the name of its side. */
export interface Side {
  readonly name: 'a' | 'b'
  /** The folder of the pair, below that of the workplace. */
  readonly folder: string
}
