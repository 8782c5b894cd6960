/** Python's `time.strftime()` in the C locale, for the `date` directive. */

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const
const months = 'January February March April May June July August September October November December'.split(' ')

/** Formats a time in the local time zone; unknown codes are kept. */
export function formatTime(format: string, time: Date): string {
  return format.replace(/%(-?)([a-zA-Z%])/g, (whole, flag: string, code: string) => {
    const write = writers[code]
    if (!write) return whole
    const text = write(time)
    return flag === '-' && isNumber(text) ? text.replace(/^([+-]?)[0 ]+(?=\d)/, '$1') : text
  })
}

/** Whether the flag `-` removes padding; in composite codes it does not. */
function isNumber(text: string): boolean {
  return /^[+-]?[ \d]\d*$/.test(text)
}

function two(value: number, fill = '0'): string {
  return String(value).padStart(2, fill)
}

/** 0-based day of the year. */
function yearDay(time: Date): number {
  const day = Date.UTC(time.getFullYear(), time.getMonth(), time.getDate())
  return Math.round((day - Date.UTC(time.getFullYear(), 0, 1)) / 86_400_000)
}

/** Number of the week, where weeks start on a weekday (0 is Sunday). */
function week(time: Date, firstDay: number): number {
  return Math.floor((yearDay(time) + 7 - ((time.getDay() - firstDay + 7) % 7)) / 7)
}

/** The ISO 8601 week and the year that it belongs to. */
function isoWeek(time: Date): { year: number; week: number } {
  const thursday = new Date(time.getFullYear(), time.getMonth(), time.getDate() + 3 - ((time.getDay() + 6) % 7))
  return { year: thursday.getFullYear(), week: Math.floor(yearDay(thursday) / 7) + 1 }
}

function hour12(time: Date): number {
  return time.getHours() % 12 || 12
}

function offset(time: Date): string {
  const minutes = -time.getTimezoneOffset()
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`
}

function zone(time: Date): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZoneName: 'short' }).formatToParts(time)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
}

const writers: Record<string, (time: Date) => string> = {
  '%': () => '%',
  a: (time) => days[time.getDay()]!.slice(0, 3),
  A: (time) => days[time.getDay()]!,
  b: (time) => months[time.getMonth()]!.slice(0, 3),
  h: (time) => months[time.getMonth()]!.slice(0, 3),
  B: (time) => months[time.getMonth()]!,
  c: (time) => formatTime('%a %b %e %H:%M:%S %Y', time),
  C: (time) => two(Math.floor(time.getFullYear() / 100)),
  d: (time) => two(time.getDate()),
  D: (time) => formatTime('%m/%d/%y', time),
  e: (time) => two(time.getDate(), ' '),
  F: (time) => formatTime('%Y-%m-%d', time),
  g: (time) => two(isoWeek(time).year % 100),
  G: (time) => String(isoWeek(time).year),
  H: (time) => two(time.getHours()),
  I: (time) => two(hour12(time)),
  j: (time) => String(yearDay(time) + 1).padStart(3, '0'),
  k: (time) => two(time.getHours(), ' '),
  l: (time) => two(hour12(time), ' '),
  m: (time) => two(time.getMonth() + 1),
  M: (time) => two(time.getMinutes()),
  n: () => '\n',
  p: (time) => (time.getHours() < 12 ? 'AM' : 'PM'),
  P: (time) => (time.getHours() < 12 ? 'am' : 'pm'),
  r: (time) => formatTime('%I:%M:%S %p', time),
  R: (time) => formatTime('%H:%M', time),
  s: (time) => String(Math.floor(time.getTime() / 1000)),
  S: (time) => two(time.getSeconds()),
  t: () => '\t',
  T: (time) => formatTime('%H:%M:%S', time),
  u: (time) => String(time.getDay() || 7),
  U: (time) => two(week(time, 0)),
  V: (time) => two(isoWeek(time).week),
  w: (time) => String(time.getDay()),
  W: (time) => two(week(time, 1)),
  x: (time) => formatTime('%m/%d/%y', time),
  X: (time) => formatTime('%H:%M:%S', time),
  y: (time) => two(time.getFullYear() % 100),
  Y: (time) => String(time.getFullYear()),
  z: offset,
  Z: zone,
}
