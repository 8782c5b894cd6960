/** The names of directives, by language. docutils looks in the document's language, then in English. */
import type { Parser } from '../context.ts'
import { languageOf } from '../languages.ts'
import type { DocutilsBehaviour } from '../versions.ts'

/** Text that docutils generates, by language. */
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
  ka: { contents: 'შემცველობა' },
  ko: { contents: '목차' },
  lt: { contents: 'Turinys' },
  lv: { contents: 'Saturs' },
  nl: { contents: 'Inhoud' },
  pl: { contents: 'Treść' },
  pt_br: { contents: 'Sumário' },
  ru: { contents: 'Содержание' },
  sk: { contents: 'Obsah' },
  sv: { contents: 'Innehåll' },
  uk: { contents: 'Зміст' },
  zh_cn: { contents: '目录' },
  zh_tw: { contents: '目錄' },
}

/** Names in other languages than English; docutils may know more. */
const translated: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  de: {
    ...{ achtung: 'attention', vorsicht: 'caution', gefahr: 'danger', code: 'code' },
    ...{ fehler: 'error', hinweis: 'hint', wichtig: 'important', notiz: 'note' },
    ...{ tipp: 'tip', warnung: 'warning', kasten: 'sidebar' },
    ...{ seitenkasten: 'sidebar', thema: 'topic', zeilenblock: 'line-block', rubrik: 'rubric' },
    ...{ epigraph: 'epigraph', highlights: 'highlights', 'pull-quote': 'pull-quote', seitenansprache: 'pull-quote' },
    ...{ zusammengesetzt: 'compound', verbund: 'compound', container: 'container', tabelle: 'table' },
    ...{ 'csv-tabelle': 'csv-table', listentabelle: 'list-table', mathe: 'math', formel: 'math' },
    ...{ meta: 'meta', bild: 'image', abbildung: 'figure', roh: 'raw' },
    ...{ unverändert: 'raw', ersetzung: 'replace', ersetzen: 'replace', ersetze: 'replace' },
    ...{ unicode: 'unicode', datum: 'date', klasse: 'class', rolle: 'role' },
    ...{ standardrolle: 'default-role', titel: 'title', inhalt: 'contents', kapitelnummerierung: 'sectnum' },
    ...{ 'linkziel-fußnoten': 'target-notes', kopfzeilen: 'header', fußzeilen: 'footer' },
  },
  fr: {
    ...{ attention: 'attention', précaution: 'caution', danger: 'danger', code: 'code' },
    ...{ erreur: 'error', conseil: 'hint', important: 'important', note: 'note' },
    ...{ astuce: 'tip', avertissement: 'warning', encadré: 'sidebar' },
    ...{ sujet: 'topic', 'bloc-textuel': 'line-block', 'bloc-interprété': 'parsed-literal', 'code-interprété': 'parsed-literal' },
    ...{ intertitre: 'rubric', exergue: 'epigraph', épigraphe: 'epigraph', chapeau: 'highlights' },
    ...{ accroche: 'pull-quote', tableau: 'table', méta: 'meta', image: 'image' },
    ...{ figure: 'figure', inclure: 'include', brut: 'raw', remplacer: 'replace' },
    ...{ remplace: 'replace', unicode: 'unicode', date: 'date', classe: 'class' },
    ...{ sommaire: 'contents', 'table-des-matières': 'contents', sectnum: 'sectnum', 'section-numérotée': 'sectnum' },
    ...{ liens: 'target-notes' },
  },
  es: {
    ...{ atención: 'attention', atencion: 'attention', precaución: 'caution', precaucion: 'caution' },
    ...{ peligro: 'danger', error: 'error', sugerencia: 'hint', importante: 'important' },
    ...{ nota: 'note', consejo: 'tip', advertencia: 'warning' },
    ...{
      'bloque-de-lineas': 'line-block',
      'bloque-de-líneas': 'line-block',
      'literal-evaluado': 'parsed-literal',
    },
    ...{ firma: 'rubric', epígrafe: 'epigraph', epigrafe: 'epigraph', destacado: 'highlights' },
    ...{ 'cita-destacada': 'pull-quote', combinacion: 'compound', combinación: 'compound', contenedor: 'container' },
    ...{ tabla: 'table', 'tabla-csv': 'csv-table', 'tabla-lista': 'list-table', meta: 'meta' },
    ...{ imagen: 'image', figura: 'figure', incluir: 'include', 'sin-analisis': 'raw' },
    ...{ 'sin-análisis': 'raw', reemplazar: 'replace', unicode: 'unicode', fecha: 'date' },
    ...{ clase: 'class', rol: 'role', 'rol-por-omision': 'default-role', 'rol-por-omisión': 'default-role' },
    ...{ titulo: 'title', título: 'title', contenido: 'contents', numseccion: 'sectnum' },
    ...{ numsección: 'sectnum', 'numeracion-seccion': 'sectnum', 'notas-destino': 'target-notes', cabecera: 'header' },
    ...{ pie: 'footer' },
  },
}

export function labelsOf({ languageCode }: Parser['options'], docutils: DocutilsBehaviour): { contents: string } {
  return labels[languageOf(languageCode, docutils) ?? 'en'] as { contents: string }
}

/** The names of the directive `admonition`: those before docutils 0.22, and the one since 0.21. */
const admonitions: Readonly<Record<string, { until: readonly string[]; since: string }>> = {
  de: { until: ['ermahnung'], since: 'warnhinweis' },
  es: { until: ['exhortacion', 'exhortación'], since: 'aviso' },
  fr: { until: ['admonition'], since: 'annonce' },
}

function namesIn(language: string, docutils: DocutilsBehaviour): Readonly<Record<string, string>> | undefined {
  const names = translated[language]
  const { until = [], since = '' } = admonitions[language] ?? {}
  if (!names || since === '') return names
  const known = [...(docutils.reprimands ? [] : until), ...(docutils.admonitionNames ? [since] : [])]
  return { ...names, ...Object.fromEntries(known.map((name) => [name, 'admonition'])) }
}

/** docutils' name of a directive, and its message about the search: none if the document's language has the name. `isEnglish` says whether
 * English has it.
 */
export function canonicalDirectiveName(
  name: string,
  languageCode: string,
  docutils: DocutilsBehaviour,
  isEnglish: (lowerCase: string) => boolean,
): { canonical: string; searched: string[] } {
  const lowerCase = name.toLowerCase()
  const language = languageOf(languageCode, docutils)
  if (language === 'en' && isEnglish(lowerCase)) return { canonical: lowerCase, searched: [] }
  const names = namesIn(language ?? '', docutils)
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
