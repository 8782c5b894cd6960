/** What a goal is: schema, types, YAML text in and out. Knows nothing of RST syntax. */
export * from './schema.ts'
export * from './status.ts'
