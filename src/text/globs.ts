/** Globs for paths and hosts: `*`, `**`, `?`, `[…]` and `{a,b}`. */

/** Whether a path, with `/` between its folders, matches one of the globs. A glob without `/` matches the name in any folder, and one
 * that names a folder everything below it. */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
  const expressions = globs.map(globExpression)
  return (path) => {
    const plain = path.replaceAll('\\', '/').replace(/^\.\//, '')
    return expressions.some((expression) => expression.test(plain))
  }
}

function globExpression(glob: string): RegExp {
  const pattern = glob.replace(/^\.?\//, '').replace(/\/$/, '/**')
  const anywhere = !glob.replace(/\/$/, '').includes('/')
  let expression = ''
  let braces = 0
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at]!
    if (pattern.startsWith('**/', at)) {
      expression += '(?:[^/]+/)*'
      at += 2
    } else if (pattern.startsWith('**', at)) {
      expression += '.*'
      at += 1
    } else if (character === '*') expression += '[^/]*'
    else if (character === '?') expression += '[^/]'
    else if (character === '[' && pattern.indexOf(']', at + 2) > 0) {
      const end = pattern.indexOf(']', at + 2)
      expression += `[${pattern
        .slice(at + 1, end)
        .replace(/^!/, '^')
        .replaceAll('\\', '\\\\')}]`
      at = end
    } else if (character === '{' && pattern.indexOf('}', at) > 0) {
      expression += '(?:'
      braces++
    } else if (character === '}' && braces > 0) {
      expression += ')'
      braces--
    } else if (character === ',' && braces > 0) expression += '|'
    else expression += character.replace(/[\\^$.|+()[\]{}]/, '\\$&')
  }
  return new RegExp(`^${anywhere ? '(?:.*/)?' : ''}${expression}(?:/.*)?$`, 'u')
}
