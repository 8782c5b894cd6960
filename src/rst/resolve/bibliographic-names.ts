/** The names of bibliographic fields, by language. Unlike names of directives, English ones are not known in other languages. */
import { languageOf } from '../languages.ts'
import type { DocutilsBehaviour } from '../versions.ts'

const english =
  'author, authors, organization, address, contact, version, revision, status, date, copyright, dedication, abstract'
const canonical = english.split(', ')

/** In the order of the English names; empty where docutils has no name, with a slash between two names. */
const translated: Readonly<Record<string, string>> = {
  af: 'auteur, auteurs, organisasie, adres, kontak, weergawe, revisie, status, datum, kopiereg, opdrag, opsomming',
  ar: 'مؤلف, مؤلفون, التنظيم, العنوان, اتصل, نسخة, مراجعة, الحالة, تاریخ, الحقوق, إهداء, ملخص',
  ca: 'autor, autors, organització, adreça, contacte, versió, revisió, estat, data, copyright, dedicatòria, resum',
  cs: 'autor, autoři, organizace, adresa, kontakt, verze, revize, stav, datum, copyright, věnování, abstrakt',
  da: 'forfatter, forfattere, organisation, adresse, kontakt, version, revision, status, dato, copyright, dedikation, resume/resumé',
  de: 'autor, autoren, organisation, adresse, kontakt, version, revision, status, datum, copyright, widmung, zusammenfassung',
  eo: 'aŭtoro, aŭtoroj, organizo, adreso, kontakto, versio, revido, stato, dato, aŭtorrajto, dediĉo, resumo',
  es: 'autor, autores, organización, dirección, contacto, versión, revisión, estado, fecha, copyright, dedicatoria, resumen',
  fa: 'نویسنده, نویسندگان, سازمان, آدرس, تماس, نسخه, بازبینی, وضعیت, تاریخ, کپی‌رایت, تخصیص, چکیده',
  fi: 'tekijä, tekijät, yhteisö, osoite, yhteystiedot, versio, vedos, tila, päiväys, tekijänoikeudet, omistuskirjoitus, tiivistelmä',
  fr: 'auteur, auteurs, organisation, adresse, contact, version, révision, statut, date, copyright, dédicace, résumé',
  gl: 'autor, autores, organización, enderezo, contacto, versión, revisión, estado, data, dereitos de copia, dedicatoria, abstract',
  he: 'מחבר, מחברי, ארגון, כתובת, איש קשר, גרסה, מהדורה, סטטוס, תאריך, זכויות שמורות, הקדשה, תקציר',
  it: 'autore, autori, organizzazione, indirizzo, contatto, versione, revisione, status, data, copyright, dedica, riassunto',
  ja: '著者, , 組織, 住所, 連絡先, バージョン, リビジョン, ステータス, 日付, 著作権, 献辞, 概要',
  ka: 'ავტორი, ავტორები, ორგანიზაცია, მისამართი, კონტაქტი, ვერსია, რევიზია, სტატუსი, თარიღი, საავტორო უფლებები, მიძღვნა, ანოტაცია',
  ko: '저자, 저자들, 조직, 주소, 연락처, 버전, 리비전, 상태, 날짜, 저작권, 헌정, 요약',
  lt: 'autorius, autoriai, organizacija, adresas, kontaktas, versija, revizija, būsena, data, autoriaus teisės, dedikacija, santrauka',
  lv: 'autors, autori, organizācija, adrese, kontakti, versija, revīzija, statuss, datums, copyright, veltījums, atreferējums',
  nl: 'auteur, auteurs, organisatie, adres, contact, versie, revisie, status, datum, copyright, toewijding, samenvatting',
  pl: 'autor, autorzy, organizacja, adres, kontakt, wersja, korekta, status, data, copyright, dedykacja, streszczenie',
  pt_br: 'autor, autores, organização, endereço, contato, versão, revisão, estado, data, copyright, dedicatória, resumo',
  ru: 'автор, авторы, организация, адрес, контакт, версия, редакция, статус, дата, права копирования, посвящение, аннотация',
  sk: 'autor, autori, organizácia, adresa, kontakt, verzia, revízia, stav, dátum, copyright, venovanie, abstraktne',
  sv: ', författare, organisation, adress, kontakt, version, revision, status, datum, copyright, dedikation, sammanfattning',
  uk: 'автор, автори, організація, адреса, контакт, версія, редакція, статус, дата, права копіювання, посвячення, анотація',
  zh_cn: '作者, 作者群, 组织, 地址, 联系, 版本, 修订, 状态, 时间, 版权, 献辞, 摘要',
  zh_tw: '',
}

/** docutils' name of each bibliographic field, by its name in a language. */
export function bibliographicNames(languageCode: string, docutils: DocutilsBehaviour): ReadonlyMap<string, string> {
  const language = languageOf(languageCode, docutils) ?? 'en'
  const names = (translated[language] ?? english).split(', ')
  return new Map(names.flatMap((written, index) => written.split('/').map((name) => [name, canonical[index]!] as const)))
}
