/** Writes the documentation that is generated from the rules: `docs/rules/`, and the table of keys in `docs/configuration.md`.
 * `--check` writes nothing, and fails if a page is outdated.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import {
  configJsonSchema,
  type Example,
  families,
  lint,
  optionsOfExample,
  type Rule,
  rulePage,
  rules,
  visibleText,
} from '../src/lint/index.ts'

const root = join(import.meta.dirname, '..')
const fixes = { safe: 'yes', unsafe: 'unsafe', some: 'some unsafe' } as const
const needs = {
  roster: 'official teams',
  model: 'model',
  sphinx: 'Sphinx project around the document',
  site: 'repository as a whole',
} as const
const familyNames = Object.keys(families) as (keyof typeof families)[]

/** Every generated page, by its path below the root. */
export function rulePages(): Map<string, string> {
  const pages = new Map<string, string>()
  for (const rule of rules) pages.set(rulePage(rule.name), pageOf(rule))
  pages.set('docs/rules/README.md', tableOfRules())
  pages.set('docs/configuration.md', withTableOfKeys(readFileSync(join(root, 'docs/configuration.md'), 'utf8')))
  return pages
}

function familyOf(rule: Rule): keyof typeof families {
  return rule.name.split('/')[0] as keyof typeof families
}

function pageOf(rule: Rule): string {
  const facts = [
    `| by default | ${rule.severity} |`,
    `| repairs | ${rule.fixes ? fixes[rule.fixes] : 'no'} |`,
    ...(rule.needs ? [`| needs | the ${needs[rule.needs]} |`] : []),
  ]
  const options = Object.entries(rule.options).map(([name, option]) => {
    const values = option.values ? `, one of ${option.values.map((value) => `\`${value}\``).join(', ')}` : ''
    return `| \`${name}\` | ${kinds[option.type]}${values} | \`${shortened(JSON.stringify(option.default))}\` | ${option.description.replaceAll('|', '\\|')} |`
  })
  return [
    `# ${rule.name}`,
    `${sentence(rule.what)} ${rule.why}`,
    ['| | |', '|---|---|', ...facts].join('\n'),
    ...(options.length > 0
      ? ['## Options', ['| option | is | default | what |', '|---|---|---|---|', ...options].join('\n')]
      : []),
    '## Wrong',
    ...rule.wrong.flatMap((example) => exampleOf(rule, example, true)),
    '## Right',
    ...rule.right.flatMap((example) => exampleOf(rule, example, false)),
    `[All rules](../README.md)`,
  ]
    .join('\n\n')
    .concat('\n')
}

const kinds = {
  boolean: 'true or false',
  integer: 'a number',
  string: 'a text',
  strings: 'a list of texts',
  map: 'texts by name',
}

function shortened(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}

/** An example, and the findings in it. */
function exampleOf(rule: Rule, example: Example, isWrong: boolean): string[] {
  const found = lint(example.text, optionsOfExample(rule, example)).filter(({ ruleId }) => ruleId === rule.name)
  const settings = example.options ? `With \`${JSON.stringify(example.options)}\`:` : ''
  const title = [example.title ? sentence(example.title) : '', example.path ? `In \`${example.path}\`:` : '', settings]
    .filter(Boolean)
    .join(' ')
  const said = found.map(({ line, column, message }) => `${line}:${column} ${message}`)
  return [
    ...(title ? [title] : []),
    ...(example.before === undefined ? [] : ['The last version:', fenced(visibleText(example.before), 'rst'), 'Now:']),
    fenced(visibleText(example.text), 'rst'),
    ...(isWrong && said.length > 0 ? [fenced(said.join('\n'), 'text')] : []),
  ]
}

function fenced(text: string, language: string): string {
  const fence = /^`{3}/m.test(text) ? '````' : '```'
  return `${fence}${language}\n${text.replace(/\n+$/, '')}\n${fence}`
}

function tableOfRules(): string {
  const sections = familyNames.map((family) => {
    const rows = rules
      .filter((rule) => familyOf(rule) === family)
      .map(
        (rule) =>
          `| [${rule.name}](${rule.name}.md) | ${rule.what} | ${rule.severity} | ${rule.fixes ? fixes[rule.fixes] : ''} |`,
      )
    return `## ${family}\n\n${families[family]}.\n\n${['| rule | finds | by default | repairs |', '|---|---|---|---|', ...rows].join('\n')}`
  })
  const introduction =
    'Each rule has one name, in the configuration, in comments that silence it, and in `goaldoc explain RULE`. These pages are made from\nthe rule files by `npm run docs`.'
  return `# Rules\n\n${introduction}\n\n${sections.join('\n\n')}\n`
}

interface KeySchema {
  type?: string
  enum?: readonly string[]
  anyOf?: readonly KeySchema[]
  items?: KeySchema
  properties?: Readonly<Record<string, KeySchema>>
  description?: string
}

const kindsOfKeys: Readonly<Record<string, string>> = {
  string: 'string',
  boolean: '`true` or `false`',
  array: 'list',
  object: 'mapping',
}

/** The page, with the table of the configuration's keys between its two marker comments. */
function withTableOfKeys(page: string): string {
  const table = ['| key | is | what |', '|---|---|---|', ...rowsOfKeys(configJsonSchema() as KeySchema, '')].join('\n')
  return page.replace(/(<!-- keys -->\n)[\s\S]*?(\n<!-- end of keys -->)/, (_, start, end) => `${start}\n${table}\n${end}`)
}

/** The keys of a mapping, each followed by the keys of its value if that is a mapping: `roster.file`, `roster.exempt[].team`. */
function rowsOfKeys({ properties = {} }: KeySchema, before: string): string[] {
  return Object.entries(properties).flatMap(([key, schema]) => {
    const kinds = [schema, ...(schema.anyOf ?? [])].flatMap(({ type, enum: values }) =>
      values ? values.map((value) => `\`${value}\``) : type ? [kindsOfKeys[type]] : [],
    )
    const name = `${before}${key}`
    const row = `| \`${name}\` | ${kinds.join(', ') || 'mapping'} | ${schema.description} |`
    // The keys of an override are not listed again, because the configuration has them too.
    if (key === 'overrides') return [row]
    const inside = [schema, ...(schema.anyOf ?? [])].flatMap((one) => [
      ...rowsOfKeys(one, `${name}.`),
      ...rowsOfKeys(one.items ?? {}, `${name}[].`),
    ])
    return [row, ...inside]
  })
}

if (process.argv[1]?.endsWith('rule-docs.ts')) {
  const pages = rulePages()
  const stale = [...pages].filter(
    ([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text,
  )
  const left = listed(join(root, 'docs/rules'), 'docs/rules').filter((path) => !pages.has(path))
  if (process.argv.includes('--check')) {
    for (const path of [...stale.map(([path]) => path), ...left])
      process.stderr.write(`${path} is out of date: run \`npm run docs\`\n`)
    if (stale.length + left.length > 0) process.exitCode = 1
  } else {
    for (const [path, text] of stale) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    for (const path of left) rmSync(join(root, path))
  }
}

function listed(folder: string, name: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? listed(join(folder, entry.name), `${name}/${entry.name}`) : [`${name}/${entry.name}`],
  )
}
