/** The parser as a unified plugin: `unified().use(rstParse)`. */
import type { Processor } from 'unified'
import type { VFile } from 'vfile'
import type { ParseOptions } from './context.ts'
import { type ParsedDocument, parseDocument } from './messages.ts'
import type { DocumentNode } from './tree.ts'

declare module 'unified' {
  interface Data {
    /** Another plugin's options for the document at a path. The options of `rstParse` itself have priority. */
    rstOptions?: (path: string) => ParseOptions
  }
}

declare module 'vfile' {
  interface DataMap {
    /** The parsed file, and docutils' messages about it. */
    rst: ParsedDocument
  }
}

/** Makes a processor parse reStructuredText. The file's path is docutils' `source` unless the options name one. */
export function rstParse(this: Processor, options: ParseOptions = {}): void {
  const parser = (text: string, file: VFile): DocumentNode => {
    const parsed = parseDocument(text, { ...this.data('rstOptions')?.(file.path ?? ''), path: file.path, ...options })
    file.data.rst = parsed
    return parsed.document
  }
  // unified expects a unist node; ours has more than its `Node` type declares.
  this.parser = parser as never
}
