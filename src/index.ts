/** goaldoc as a library: the rooms that a caller needs, in one import. The parser alone is `goaldoc/rst`. */
export * from './goal/index.ts'
