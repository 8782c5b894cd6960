/** A plugin for the bundler that leaves ASCII alone in the code. With a single letter beyond Latin-1 in it, V8 keeps a file as two bytes
 * for each character, and takes 8 ms instead of 3 to get the compiled code of the file that lints out of the cache.
 */
import type { Plugin } from 'rolldown'

/** Code that means the same: strings, templates and regular expressions all know `\u`. */
export function escaped(code: string): string {
  return code.replace(/(\\*)([^\0-\x7f])/g, (_, backslashes: string, unit: string) => {
    // An escaped letter is that letter; a second backslash would make it a `\` and `u…`.
    const before = backslashes.length % 2 === 1 ? backslashes.slice(1) : backslashes
    return `${before}\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

export function asciiOnly(): Plugin {
  return {
    name: 'ascii-only',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk') chunk.code = escaped(chunk.code)
      },
    },
  }
}
