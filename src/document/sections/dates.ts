/** Dates in sentences, in both directions: `On 12 Jan 2017 …`, `As of January 12, 2017, …`, `(2017-01-12)`. */
import { once } from '../../text/index.ts'

const months = 'January February March April May June July August September October November December'.split(' ')

/** The parts of a written date, by the name of their hole. */
const tokens: Record<string, { pattern: string; write(date: Day): string; read(text: string): Partial<Day> }> = {
  YYYY: { pattern: '\\d{4}', write: ({ year }) => String(year), read: (text) => ({ year: Number(text) }) },
  MMMM: {
    pattern: months.join('|'),
    write: ({ month }) => months[month - 1] as string,
    read: (text) => ({ month: months.indexOf(text) + 1 }),
  },
  MMM: {
    pattern: months.map((month) => month.slice(0, 3)).join('|'),
    write: ({ month }) => (months[month - 1] as string).slice(0, 3),
    read: (text) => ({ month: months.findIndex((month) => month.startsWith(text)) + 1 }),
  },
  MM: {
    pattern: '0[1-9]|1[0-2]',
    write: ({ month }) => String(month).padStart(2, '0'),
    read: (text) => ({ month: Number(text) }),
  },
  Do: {
    pattern: '\\d{1,2}(?:st|nd|rd|th)',
    write: ({ day }) => day + (day > 10 && day < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')),
    read: (text) => ({ day: Number.parseInt(text, 10) }),
  },
  DD: {
    pattern: '0[1-9]|[12]\\d|3[01]',
    write: ({ day }) => String(day).padStart(2, '0'),
    read: (text) => ({ day: Number(text) }),
  },
  D: { pattern: '\\d{1,2}', write: ({ day }) => String(day), read: (text) => ({ day: Number(text) }) },
}

interface Day {
  year: number
  month: number
  day: number
}

const token = /YYYY|MMMM|MMM|MM|Do|DD|D/g

/** The formats of dates that people write, in order of preference. */
const forms = [
  'YYYY-MM-DD',
  'YYYY/MM/DD',
  'D MMM YYYY',
  'DD MMM YYYY',
  'D MMMM YYYY',
  'DD MMMM YYYY',
  'D. MMMM YYYY',
  'Do MMM YYYY',
  'Do MMMM YYYY',
  'Do of MMMM YYYY',
  'Do of MMMM, YYYY',
  'D-MMM-YYYY',
  'DD-MMM-YYYY',
  'MMM D, YYYY',
  'MMM DD, YYYY',
  'MMM D YYYY',
  'MMMM D, YYYY',
  'MMMM DD, YYYY',
  'MMMM D YYYY',
  'MMM Do, YYYY',
  'MMM Do YYYY',
  'MMMM Do, YYYY',
  'MMMM Do YYYY',
]

const patterns = once(() =>
  forms.map((form) => {
    const pattern = form.replace(/[.]/g, '\\.').replace(token, (name) => `(${(tokens[name] as { pattern: string }).pattern})`)
    return { form, names: form.match(token) ?? [], pattern: new RegExp(`(?<![\\w./-])${pattern}(?![\\w/-]|\\.\\d)`) }
  }),
)

/** The text before an introduction that has no hole for the date. */
const usual = 'On {{date D MMM YYYY}} '

/** The date of an introduction, and the introduction with a hole in its place. */
export function readDate(intro: string): { date: string; intro: string } | undefined {
  if (intro.includes('{{')) return undefined
  for (const { form, names, pattern } of patterns()) {
    const found = pattern.exec(intro)
    if (!found) continue
    const parts = names.map((name, index) => tokens[name]?.read(found[index + 1] as string))
    const { year, month, day } = Object.assign({}, ...parts) as Day
    const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    const hole = form === 'YYYY-MM-DD' ? '{{date}}' : `{{date ${form}}}`
    const open = intro.slice(0, found.index) + hole + intro.slice(found.index + found[0].length)
    const value = { date, intro: open.startsWith(usual) ? open.slice(usual.length) : open }
    if (isDay(date) && value.intro !== '' && writeDate(value.date, value.intro) === intro) return value
  }
  return undefined
}

/** The introduction with its date; without a hole, the date comes first. */
export function writeDate(date: string, intro = ''): string {
  const hole = /\{\{date(?: ([^{}]+))?\}\}/
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const open = hole.test(intro) ? intro : usual + intro
  return open.replace(hole, (_, form: string = 'YYYY-MM-DD') =>
    form.replace(token, (name: string) => tokens[name]?.write({ year, month, day }) ?? name),
  )
}

/** Whether the date exists: `30 Feb 2017` does not. */
function isDay(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date)
}
