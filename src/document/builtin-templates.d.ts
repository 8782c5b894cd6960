import type { ProfileData } from './profile-schema.ts'

export declare const builtinTemplates: readonly { data: ProfileData; templates: Record<string, object> }[]
