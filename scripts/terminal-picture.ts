/** Draws `docs/terminal-light.svg` and `docs/terminal-dark.svg`: the real output of `goaldoc lint` on the documents of
 * `test/fixtures/docs`. Needs the build; run by `npm run picture`. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const command = 'goaldoc lint goals'
const [lineHeight, characterWidth, padding] = [19, 8.4, 18]

/** Background, text, and the colours of the SGR codes that reports use. */
const themes = {
  light: {
    background: '#ffffff',
    text: '#1f2328',
    31: '#c4162a',
    32: '#116329',
    33: '#8a5a00',
    34: '#0550ae',
    36: '#0b6e7f',
    90: '#6e7781',
  },
  dark: {
    background: '#0d1117',
    text: '#e6edf3',
    31: '#ff7b72',
    32: '#7ee787',
    33: '#e3b341',
    34: '#79c0ff',
    36: '#56d4dd',
    90: '#8b949e',
  },
} as const
type Theme = (typeof themes)[keyof typeof themes]

function output(): string {
  const folder = mkdtempSync(join(tmpdir(), 'goaldoc-picture-'))
  try {
    cpSync(join(root, 'test/fixtures/docs'), folder, { recursive: true })
    const { NO_COLOR: _, ...env } = process.env
    const ran = spawnSync(process.execPath, [join(root, 'dist/bin.cjs'), 'lint', 'goals'], {
      cwd: folder,
      env: { ...env, FORCE_COLOR: '1', COLUMNS: '80' },
      encoding: 'utf8',
    })
    return `${ran.stdout}${ran.stderr}`.trimEnd()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** A line of the terminal as SVG: one `tspan` for each run of the same style. */
function drawn(line: string, theme: Theme): string {
  let style = { colour: theme.text as string, weight: 'normal', opacity: 1 }
  return line
    .split(/(\x1b\[[\d;]*m)/)
    .map((piece) => {
      const codes = /^\x1b\[([\d;]*)m$/.exec(piece)?.[1]
      if (codes === undefined)
        return (
          piece &&
          `<tspan fill="${style.colour}" font-weight="${style.weight}" opacity="${style.opacity}">${escaped(piece)}</tspan>`
        )
      for (const code of codes.split(';').map(Number)) {
        if (code === 0) style = { colour: theme.text, weight: 'normal', opacity: 1 }
        else if (code === 1) style = { ...style, weight: 'bold' }
        else if (code === 2) style = { ...style, opacity: 0.6 }
        else if (code === 22) style = { ...style, weight: 'normal', opacity: 1 }
        else if (code === 39) style = { ...style, colour: theme.text }
        else style = { ...style, colour: (theme as Record<number, string>)[code] ?? theme.text }
      }
      return ''
    })
    .join('')
}

function picture(lines: readonly string[], theme: Theme): string {
  const columns = Math.max(80, ...lines.map((line) => line.replace(/\x1b\[[\d;]*m/g, '').length))
  const [width, height] = [Math.ceil(columns * characterWidth) + 2 * padding, lines.length * lineHeight + 2 * padding]
  const rows = lines.map(
    (line, at) => `<text x="${padding}" y="${padding + (at + 0.8) * lineHeight}">${drawn(line, theme)}</text>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${command} in a terminal">
<rect width="100%" height="100%" rx="8" fill="${theme.background}" stroke="#8b949e" stroke-opacity="0.4"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="14" xml:space="preserve">
${rows.join('\n')}
</g>
</svg>
`
}

const lines = [`\x1b[90m$\x1b[39m ${command}`, ...output().split('\n')]
for (const [name, theme] of Object.entries(themes)) writeFileSync(join(root, `docs/terminal-${name}.svg`), picture(lines, theme))
