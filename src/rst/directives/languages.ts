/** The names that directives have in a document, by language. docutils looks in the document's language, then in English. */

/** What docutils writes itself, by language. */
const labels: Readonly<Record<string, { contents: string }>> = {
  af: { contents: 'Inhoud' },
  ar: { contents: 'المحتوى' },
  ca: { contents: 'Contingut' },
  cs: { contents: 'Obsah' },
  da: { contents: 'Indhold' },
  de: { contents: 'Inhalt' },
  en: { contents: 'Contents' },
  eo: { contents: 'Enhavo' },
  es: { contents: 'Contenido' },
  fa: { contents: 'محتوا' },
  fi: { contents: 'Sisällys' },
  fr: { contents: 'Sommaire' },
  gl: { contents: 'Contido' },
  he: { contents: 'תוכן' },
  it: { contents: 'Indice' },
  ja: { contents: '目次' },
  ko: { contents: '목차' },
  lt: { contents: 'Turinys' },
  lv: { contents: 'Saturs' },
  nl: { contents: 'Inhoud' },
  pl: { contents: 'Treść' },
  pt_br: { contents: 'Sumário' },
  ru: { contents: 'Содержание' },
  sk: { contents: 'Obsah' },
  sv: { contents: 'Innehåll' },
  zh_cn: { contents: '目录' },
  zh_tw: { contents: '目錄' },
}

/** Names in other languages than English; of those that are missing here docutils may know one. */
const translated: Readonly<Record<string, Readonly<Record<string, string>>>> = {}

/** The language of a tag like `en-GB`, as docutils calls it. */
function languageOf(tag: string): string | undefined {
  const parts = tag.toLowerCase().replaceAll('-', '_').split('_')
  for (let length = parts.length; length > 0; length--) {
    const language = parts.slice(0, length).join('_')
    if (Object.hasOwn(labels, language)) return language
  }
  return undefined
}

export function labelsOf(languageCode: string): { contents: string } {
  return labels[languageOf(languageCode) ?? 'en'] as { contents: string }
}

/**
 * docutils' name of a directive, and what it says about the search for it: nothing where the document's language has the name.
 * `isEnglish` says whether English has a name.
 */
export function canonicalDirectiveName(
  name: string,
  languageCode: string,
  isEnglish: (lowerCase: string) => boolean,
): { canonical: string; searched: string[] } {
  const lowerCase = name.toLowerCase()
  const language = languageOf(languageCode)
  if (language === 'en' && isEnglish(lowerCase)) return { canonical: lowerCase, searched: [] }
  const names = translated[language ?? '']
  if (names && Object.hasOwn(names, lowerCase)) return { canonical: names[lowerCase] as string, searched: [] }
  return {
    canonical: lowerCase,
    searched: [
      language === undefined
        ? "Problem retrieving directive entry from language module None: 'NoneType' object has no attribute 'directives'."
        : `No directive entry for "${name}" in module "docutils.parsers.rst.languages.${language}".`,
      isEnglish(lowerCase) ? `Using English fallback for directive "${name}".` : `Trying "${name}" as canonical directive name.`,
    ],
  }
}
