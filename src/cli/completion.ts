/** `goaldoc completion`: prints a script for the shell. It is made from the declarations of the commands, so that pressing Tab starts no
 * process.
 */
import { rules } from '../lint/index.ts'
import { optionsOf } from './arguments.ts'
import type { Command, Option } from './command.ts'
import { commands } from './commands.ts'

const shells = ['bash', 'zsh'] as const

export const completion: Command = {
  name: 'completion',
  positionals: [{ name: 'SHELL', describe: 'bash or zsh', isRequired: true }],
  options: {},
  examples: [
    ['source <(goaldoc completion bash)', 'Enable completion in this shell; add the line to ~/.bashrc to keep it'],
    ['goaldoc completion zsh > ~/.zfunc/_goaldoc', 'Enable completion in zsh'],
  ],
  async run(args, io) {
    const shell = args._[0]
    if (!(shells as readonly (string | undefined)[]).includes(shell)) {
      io.err(`Unknown shell \`${shell}\`; use one of ${shells.map((name) => `\`${name}\``).join(', ')}\n`)
      return 2
    }
    const loaded = await Promise.all(commands.map(async ({ load, summary }) => ({ summary, command: await load() })))
    const names = rules.map(({ name }) => name)
    io.out(shell === 'bash' ? bash(loaded, names) : zsh(loaded, names))
    return 0
  },
}

interface Loaded {
  command: Command
  summary: string
}

function bash(loaded: readonly Loaded[], rules: readonly string[]): string {
  const cases = loaded.map(({ command }) => {
    const flags = Object.entries(optionsOf(command)).map(([name, option]) => `--${option.isOn ? `no-${name}` : name}`)
    return `    ${command.name}) words='${flags.join(' ')}' ;;`
  })
  const choices = loaded.flatMap(({ command }) =>
    Object.entries(optionsOf(command)).flatMap(([name, option]) =>
      option.choices
        ? [`    ${command.name}:--${name}) COMPREPLY=($(compgen -W '${option.choices.join(' ')}' -- "$current")); return ;;`]
        : [],
    ),
  )
  return `# goaldoc: completion for bash.
_goaldoc() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD - 1]}" command="\${COMP_WORDS[1]}" words=''
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '${loaded.map(({ command }) => command.name).join(' ')} --help --version' -- "$current"))
    return
  fi
  case "$command:$previous" in
    *:--rule | explain:explain) COMPREPLY=($(compgen -W '${rules.join(' ')}' -- "$current")); return ;;
    completion:completion) COMPREPLY=($(compgen -W '${shells.join(' ')}' -- "$current")); return ;;
${choices.join('\n')}
  esac
  case "$command" in
${cases.join('\n')}
  esac
  case "$current" in
    -*) COMPREPLY=($(compgen -W "$words --help" -- "$current")) ;;
    *) COMPREPLY=($(compgen -f -- "$current")) ;;
  esac
}
complete -o filenames -F _goaldoc goaldoc
`
}

function zsh(loaded: readonly Loaded[], rules: readonly string[]): string {
  const quoted = (text: string) => text.replaceAll("'", "'\\''").replace(/[[\]:]/g, '\\$&')
  const described = loaded.map(({ command, summary }) => `    '${command.name}:${quoted(summary)}'`)
  const cases = loaded.map(({ command }) => {
    const flags = Object.entries(optionsOf(command)).map(([name, option]) => {
      const value = option.type === 'boolean' ? '' : `:${option.value ?? 'value'}:${valuesOf(name, option, rules)}`
      return `        '${option.many ? '*' : ''}--${option.isOn ? `no-${name}` : name}[${quoted(option.describe)}]${value}'`
    })
    const rest =
      command.name === 'explain'
        ? `'*:rule:(${rules.join(' ')})'`
        : command.name === 'completion'
          ? `'1:shell:(${shells.join(' ')})'`
          : "'*:file:_files'"
    return `      ${command.name})\n        _arguments \\\n${flags.join(' \\\n')} \\\n        ${rest}\n        ;;`
  })
  return `#compdef goaldoc
# goaldoc: completion for zsh.
_goaldoc() {
  local -a commands
  commands=(
${described.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join('\n')}
  esac
}
compdef _goaldoc goaldoc
`
}

function valuesOf(name: string, option: Option, rules: readonly string[]): string {
  if (option.choices) return `(${option.choices.join(' ')})`
  if (name === 'rule') return `(${rules.join(' ')})`
  return option.value === 'FILE' ? '_files' : ''
}
