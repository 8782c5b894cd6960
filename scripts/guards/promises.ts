/** Reads SECURITY.md. */

/** A promise, and the file and the title of the test that fails if it is broken. */
export interface Promised {
  promise: string
  file: string
  title: string
}

/** The rows of the tables. */
export function promisesOf(security: string): Promised[] {
  return security
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| promise |'))
    .map((row) => {
      const [, promise = row, file = '', title = ''] = /^\| (.+) \| `(test\/[\w/.-]+\.test\.ts)`: (.+) \|$/.exec(row) ?? []
      return { promise, file, title }
    })
}
