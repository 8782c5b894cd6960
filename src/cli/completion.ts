/** `goaldoc completion`: prints a script for the shell. It is made from the declarations of the commands, so that pressing Tab starts no
 * process.
 */
import { rules } from '../lint/index.ts'
import { optionsOf } from './arguments.ts'
import type { Command, Option } from './command.ts'
import { commands } from './commands.ts'

export const shells = ['bash', 'zsh', 'fish'] as const

export const completion: Command = {
  name: 'completion',
  positionals: [{ name: 'SHELL', describe: 'bash, zsh or fish', isRequired: true }],
  options: {},
  examples: [
    ['source <(goaldoc completion bash)', 'Enable completion in this shell; add the line to ~/.bashrc to keep it'],
    ['goaldoc completion zsh > ~/.zfunc/_goaldoc', 'Enable completion in zsh'],
    ['goaldoc completion fish > ~/.config/fish/completions/goaldoc.fish', 'Enable completion in fish'],
  ],
  async run(args, io) {
    const shell = shells.find((name) => name === args._[0])
    if (!shell) {
      io.err(`Unknown shell \`${args._[0]}\`; use one of ${shells.map((name) => `\`${name}\``).join(', ')}\n`)
      return 2
    }
    io.out(await completionFor(shell))
    return 0
  },
}

/** The script for a shell. */
export async function completionFor(shell: (typeof shells)[number]): Promise<string> {
  const loaded = await Promise.all(commands.map(async ({ load, summary }) => ({ summary, command: await load() })))
  return { bash, zsh, fish }[shell](
    loaded,
    rules.map(({ name }) => name),
  )
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
        ? [`    ${command.name}:--${name}:*) COMPREPLY=($(compgen -W '${option.choices.join(' ')}' -- "$current")); return ;;`]
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
  case "$command:$previous:$current" in
    explain:explain:-* | completion:completion:-*) ;;
    *:--rule:* | explain:explain:*) COMPREPLY=($(compgen -W '${rules.join(' ')}' -- "$current")); return ;;
    completion:completion:*) COMPREPLY=($(compgen -W '${shells.join(' ')}' -- "$current")); return ;;
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
      const value = option.type === 'boolean' ? '' : `:${option.value}:${valuesOf(name, option, rules)}`
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
# Either this file is sourced, or zsh has loaded it as the function, to call it now.
if [ "$funcstack[1]" = _goaldoc ]; then
  _goaldoc "$@"
else
  compdef _goaldoc goaldoc
fi
`
}

function fish(loaded: readonly Loaded[], rules: readonly string[]): string {
  const quoted = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`
  const lines = loaded.flatMap(({ command, summary }) => {
    const within = `complete -c goaldoc -n ${quoted(`__fish_seen_subcommand_from ${command.name}`)}`
    const flags = Object.entries(optionsOf(command)).map(([name, option]) => {
      const short = option.alias ? ` -s ${option.alias}` : ''
      const values = option.choices ?? (name === 'rule' ? rules : undefined)
      const value =
        option.type === 'boolean' || option.type === 'optional' ? '' : values ? ` -xa ${quoted(values.join(' '))}` : ' -r'
      return `${within}${short} -l ${option.isOn ? `no-${name}` : name}${value} -d ${quoted(option.describe)}`
    })
    const words = { explain: rules, completion: shells }[command.name]
    return [
      `complete -c goaldoc -n __fish_use_subcommand -f -a ${command.name} -d ${quoted(summary)}`,
      ...flags,
      ...(words ? [`${within} -f -a ${quoted(words.join(' '))}`] : []),
    ]
  })
  return `# goaldoc: completion for fish.\n${lines.join('\n')}\n`
}

function valuesOf(name: string, option: Option, rules: readonly string[]): string {
  if (option.choices) return `(${option.choices.join(' ')})`
  if (name === 'rule') return `(${rules.join(' ')})`
  return option.value === 'FILE' ? '_files' : ''
}
