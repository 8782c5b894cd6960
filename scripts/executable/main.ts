/** The first code that the executable runs. */
import { getRawAsset } from 'node:sea'
import { embedded } from './loader.ts'

// An asset contains the length of the compiled code, the compiled code, and the source (scripts/executable.ts).
embedded((name) => {
  const bytes = Buffer.from(getRawAsset(name) as ArrayBuffer)
  const start = 4 + bytes.readUInt32LE(0)
  return { compiled: bytes.subarray(4, start), source: bytes.toString('utf8', start) }
})('./dist/bin.cjs')
