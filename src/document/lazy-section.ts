import type { Part, SectionPart } from './reading.ts'

type SectionContent = Pick<SectionPart, 'value' | 'entries'> & { parts: Part[] }

/** A section whose content is read on first use: a rule that only needs its heading does not wait for it. A class, as for teams. */
export class LazySection implements SectionPart {
  readonly kind = 'section'
  readonly key: string
  readonly profile: SectionPart['profile']
  readonly title: string
  readonly start: number
  readonly end: number
  readonly heading: SectionPart['heading']
  readonly body: SectionPart['body']
  readonly level: number
  readonly node: SectionPart['node']
  readonly teams: SectionPart['teams']
  private readonly read: () => SectionContent
  private content: SectionContent | undefined

  constructor(section: Omit<SectionPart, 'kind' | 'value' | 'parts' | 'entries'>, read: () => SectionContent) {
    this.key = section.key
    this.profile = section.profile
    this.title = section.title
    this.start = section.start
    this.end = section.end
    this.heading = section.heading
    this.body = section.body
    this.level = section.level
    this.node = section.node
    this.teams = section.teams
    this.read = read
  }

  get value() {
    return this.all().value
  }

  get parts() {
    return this.all().parts
  }

  get entries() {
    return this.all().entries
  }

  private all() {
    this.content ??= this.read()
    return this.content
  }
}
