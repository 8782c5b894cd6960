/** Random tests take the same seed on every run, so that a change is judged by what it changed. `GOALDOC_SEED=random` explores. */
import fc from 'fast-check'

const seed = process.env.GOALDOC_SEED ?? '1'

fc.configureGlobal(seed === 'random' ? {} : { seed: Number(seed) })
