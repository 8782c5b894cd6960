/** A bundler plugin that escapes all characters outside of ASCII in the code. If a file contains a single character outside of
 * Latin-1, V8 stores it with two bytes per character; loading the compiled code of the linter from the cache then takes 8 ms
 * instead of 3.
 */
import type { Plugin } from 'rolldown'

/** Code with the same meaning: strings, templates and regular expressions all support `\u`. */
export function escaped(code: string): string {
  return code.replace(/(\\*)([^\0-\x7f])/g, (_, backslashes: string, unit: string) => {
    // A backslash that escapes the character has no effect and is removed; `\\u…` would be a backslash and plain text.
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
