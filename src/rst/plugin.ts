/** The parser as a unified plugin: `unified().use(rstParse)`. */
import type { Processor } from 'unified'
import type { VFile } from 'vfile'
import type { ParseOptions } from './context.ts'
import { parseRst } from './parse.ts'
import type { DocumentNode } from './tree.ts'

/** Makes a processor parse reStructuredText. The file's path is docutils' `source` where the options name none. */
export function rstParse(this: Processor, options: ParseOptions = {}): void {
  const parser = (text: string, file: VFile): DocumentNode => parseRst(text, { path: file.path, ...options })
  // unified wants a unist node; ours has more than its `Node` type knows.
  this.parser = parser as never
}
