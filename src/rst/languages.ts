/** The languages of docutils for names of directives and roles. */
import type { DocutilsBehaviour } from './versions.ts'

const languages: ReadonlySet<string> = new Set(
  'af ar ca cs da de en eo es fa fi fr gl he it ja ka ko lt lv nl pl pt_br ru sk sv uk zh_cn zh_tw'.split(' '),
)

/** docutils' name of a language with a tag like `en-GB`; `undefined` if the version does not have it. */
export function languageOf(tag: string, docutils: DocutilsBehaviour): string | undefined {
  const parts = tag.toLowerCase().replaceAll('-', '_').split('_')
  for (let length = parts.length; length > 0; length--) {
    const language = parts.slice(0, length).join('_')
    if ((language === 'uk' && !docutils.ukrainian) || (language === 'ka' && !docutils.georgian)) continue
    if (languages.has(language)) return language
  }
  return undefined
}

/** docutils' message about a language whose words it does not have. */
export function unsupportedLanguage(tag: string): string {
  return `Language "${tag}" not supported: Docutils-generated text will be in English.`
}
