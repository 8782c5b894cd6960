import type { ProfileData } from './builtin.ts'

export declare const builtinTemplates: readonly { data: ProfileData; templates: Record<string, object> }[]
