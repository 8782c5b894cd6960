/** White space as Python's `str` methods define it, which differs from JavaScript's `trim`. */

/** Whether a UTF-16 code unit is white space to Python. */
export function isWhitespace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 9 && code <= 13) || (code >= 0x1c && code <= 0x1f)
  if (code < 0x85) return false
  return (
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  )
}

/** The number of white-space characters at the start of a text. */
export function leadingWhitespace(text: string): number {
  let i = 0
  while (i < text.length && isWhitespace(text.charCodeAt(i))) i++
  return i
}

/** Python's `rstrip()`. */
export function trimEnd(text: string): string {
  let end = text.length
  while (end > 0 && isWhitespace(text.charCodeAt(end - 1))) end--
  return end === text.length ? text : text.slice(0, end)
}

/** Python's `lstrip()`. */
function trimStart(text: string): string {
  return text.slice(leadingWhitespace(text))
}

/** Python's `strip()`. */
export function trim(text: string): string {
  return trimStart(trimEnd(text))
}

/** Python's `split()`: the words between white space. */
export function words(text: string): string[] {
  const found: string[] = []
  let start = -1
  for (let i = 0; i <= text.length; i++) {
    const space = i === text.length || isWhitespace(text.charCodeAt(i))
    if (space && start >= 0) {
      found.push(text.slice(start, i))
      start = -1
    } else if (!space && start < 0) start = i
  }
  return found
}
