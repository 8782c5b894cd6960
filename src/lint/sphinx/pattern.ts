/** Patterns of `exclude_patterns` and of toctrees: `*` stays within a folder, `**` does not, `?` is one character, `[…]` a choice. */
export function matchesPattern(path: string, pattern: string): boolean {
  const expression = pattern.replace(/\*\*|\*|\?|\[!?[^\]]+\]|[\\^$.|+()[\]{}]/g, (mark) => {
    if (mark === '**') return '.*'
    if (mark === '*') return '[^/]*'
    if (mark === '?') return '[^/]'
    if (mark.length > 1) return mark.replace(/^\[!/, '[^').replaceAll('\\', '\\\\')
    return `\\${mark}`
  })
  return new RegExp(`^${expression}$`, 's').test(path)
}
