/** Rewrites code with escapes for all characters outside of ASCII. V8 then stores the code as bytes, half as much memory for the
 * largest string of a start, and Node need not decode it.
 *
 * Throws for code in which an escape would mean something else.
 */
export function inAscii(code: string): string {
  const raw = /(?:\bString\.raw`[^`]*|(?<!\\)(?:\\\\)*\\)[^\0-\x7f]/.exec(code)
  if (raw)
    throw new Error(
      `Cannot write \`${raw[0]}\` in ASCII: an escape would mean something else here. Write it without \`\\\` or \`raw\``,
    )
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
