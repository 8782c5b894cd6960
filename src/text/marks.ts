/** The marks of a document: the characters that markup within lines consists of. Each can become several nodes of the tree and several
 * findings, so they measure the work of a document better than its characters.
 */

const isMark = new Uint8Array(128)
for (const mark of '*`_|:[]<') isMark[mark.charCodeAt(0)] = 1

/** The marks of a text beyond the first `most`; `undefined` if there are none. A run of equal characters is one mark. */
export function marksBeyond(text: string, most: number): { count: number; offset: number; endOffset: number } | undefined {
  // Most documents are so short that nothing has to be counted.
  if (text.length <= most) return undefined
  let [count, before, offset] = [0, 0, -1]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code !== before && isMark[code] === 1) {
      if (count === most) offset = at
      count++
    }
    before = code
  }
  return count > most ? { count, offset, endOffset: offset + 1 } : undefined
}
