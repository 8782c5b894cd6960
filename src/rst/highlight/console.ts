/** Sessions with a shell: prompts, what was typed behind them, and what came back. */
import type { HighlightedPart } from './index.ts'
import { appendPieces, appendWith, type Insertion, type Piece } from './insertions.ts'
import { append } from './machine.ts'
import { shell } from './shell.ts'

/** The prompts that are known, with what follows up to the code. Texts in parentheses are limited, to be read in linear time. */
const knownPrompts: readonly RegExp[] = [
  // $ ls
  // [vega@observatory ~]$ ls
  /^(?:\[[^\n]*?\]|)\s*[$#%]\s*/,
  // sh-5.2# ls
  /^(?:\(\S{1,200}\))?sh\S*?\s*[$#%]\s*/,
  // vega@observatory:~/stars (main)$ ls
  /^(?:\(\S{1,200}\))?[\p{L}\p{N}_]\S[^\s@:]*[@:]\S+(?:\s+\S+)?\s*[$#%]\s*/u,
  // (sky)$ ls
  /^\(\S{1,200}\)\s*[$#%]\s*/,
  // [vega@observatory:~] main $ ls
  /^\[\S[^\s@:]*[@:][^\n][^\]\n]*\][^\n]+[$#%]\s*/,
]

/** The name of a virtual environment before a prompt, or whatever in parentheses a line starts with. */
const environment = /^(\([^)]*\))(\s*)/

/** Takes a session apart. What is typed is read as one text, up to the next line that came back. */
export function shellSession(session: string): HighlightedPart[] {
  const parts: HighlightedPart[] = []
  let typed: string[] = []
  let length = 0
  let isContinued = false
  let prompts: Insertion[] = []
  const read = () => {
    appendWith(parts, shell(typed.join('')), prompts)
    typed = []
    length = 0
    isContinued = false
    prompts = []
  }
  for (let line of session.match(/[^\n]*\n/g) ?? []) {
    const pieces: Piece[] = []
    const found = environment.exec(line)
    if (found) {
      pieces.push([found[1]!, 'generic prompt virtualenv'], [found[2]!, ''])
      line = line.slice(found[0].length)
    }
    const prompt = promptOf(line) ?? (isContinued && line.startsWith('> ') ? '> ' : undefined)
    if (prompt !== undefined) pieces.push([prompt, 'generic prompt'])
    if (prompt !== undefined || isContinued) {
      prompts.push({ at: length, pieces })
      const rest = line.slice(prompt?.length ?? 0)
      typed.push(rest)
      length += rest.length
      isContinued = rest === '' ? isContinued : rest.endsWith('\\\n')
      continue
    }
    read()
    appendPieces(parts, pieces)
    append(parts, line, 'generic output')
  }
  read()
  return parts
}

function promptOf(line: string): string | undefined {
  for (const prompt of knownPrompts) {
    const found = prompt.exec(line)
    if (found) return found[0]
  }
  return undefined
}
