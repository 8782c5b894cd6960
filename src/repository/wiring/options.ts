/** What the files depend on. */
export interface WiringOptions {
  /** Of goaldoc. */
  version: string
  /** The folder of the goals, relative to the repository; `.` for the repository itself. */
  goals: string
  /** Whether goaldoc comes from npm: the repository has a `package.json`. Otherwise it comes from PyPI, as a wheel that needs no Node. */
  isNode: boolean
}

/** The start of the paths of all goals. */
export const prefixOf = (goals: string) => (goals === '.' ? '' : `${goals}/`)
