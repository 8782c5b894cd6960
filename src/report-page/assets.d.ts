import type { Asset } from './shell.ts'

export declare const pageStyle: Asset
export declare const pageScript: Asset
