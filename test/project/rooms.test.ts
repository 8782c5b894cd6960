import { expect, test } from 'vitest'
import { handedOn, lookThrough } from '../../scripts/rooms.ts'

const index = '/planets/orbits/index.ts'
const names = handedOn(
  index,
  "export { type Orbit, ellipse, circle as round } from './shapes.ts'\nexport {\n  tilt,\n} from './axis.ts'\n",
)
const through = (code: string) => lookThrough('/planets/rings/saturn.ts', code, (file) => (file === index ? names : new Map()))

test('an import of an index becomes imports of the modules behind it', () => {
  expect(through("import { type Orbit, ellipse, round as ring, own } from '../orbits/index.ts'")).toBe(
    "import type { Orbit } from '../orbits/index.ts'; import { ellipse as ellipse } from '../orbits/shapes.ts'; import { circle as ring } from '../orbits/shapes.ts'; import { own } from '../orbits/index.ts'",
  )
  expect(through("import { dust } from './dust.ts'")).toBe("import { dust } from './dust.ts'")
})

test('so does an import in an expression, where one module has all of it under the same names', () => {
  expect(through("const { tilt } = await import('../orbits/index.ts')")).toBe(
    "const { tilt } = await import('../orbits/axis.ts')",
  )
  for (const code of [
    "const { tilt, ellipse } = await import('../orbits/index.ts')",
    "const { round } = await import('../orbits/index.ts')",
  ]) {
    expect(through(code)).toBe(code)
  }
})
