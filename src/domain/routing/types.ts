/**
 * The shapes that the rule of 找谁 works on. Knowledge (matters, roles, laws) is the same for the whole
 * country; the directory (place, agencies, settings) is a community's own.
 */

/** One of the groups on the landing: 水, 电, 燃气 … */
export interface Group {
  readonly id: string
  readonly name: string
}

/** Whoever may be responsible: an office, a company, a neighbour, the resident. */
export interface Role {
  readonly id: string
  readonly name: string
  readonly what: string
  /** The national number of this role, or null where each community has its own. */
  readonly phone: string | null
  /** True where the community has to say who this is. */
  readonly local: boolean
  /** True for those nobody dials: the resident, the neighbour upstairs, a repair man of one's own choice. */
  readonly person?: true
}

export type Urgency = 'normal' | 'urgent' | 'emergency'
export type EmergencyNumber = '110' | '119' | '120'

export interface Option {
  readonly id: string
  readonly label: string
}

export interface Question {
  readonly id: string
  readonly text: string
  readonly options: readonly Option[]
  /**
   * A setting of the community that already answers this question: the setting's choice → the option.
   * A choice that is not in `map` leaves the question open.
   */
  readonly answeredBy?: { readonly setting: string; readonly map: Readonly<Record<string, string>> }
}

export interface Responsible {
  readonly role: string
  readonly reason: string
}

/** One line of a matter's decision table; the first whose every condition holds is the answer. */
export interface Answer {
  /** question id → option id. Empty: the default. */
  readonly when: Readonly<Record<string, string>>
  /** setting id → the choices for which this line holds. A setting that is not filled in never matches. */
  readonly setting?: Readonly<Record<string, readonly string[]>>
  readonly responsible: readonly Responsible[]
  /** Ids of laws. */
  readonly basis: readonly string[]
}

/** What the landing and the search need of a matter. */
export interface MatterName {
  readonly id: string
  readonly name: string
  readonly group: string
  readonly urgency: Urgency
  /** For a danger: which of 110, 119, 120 fits. Present exactly on the matters of `emergencyIds`. */
  readonly emergency?: EmergencyNumber
  /** Shown only where the community's setting has one of these choices (heating where there is heating). */
  readonly shownWhere?: Readonly<Record<string, readonly string[]>>
}

/** The rest of a matter: what routing decides from. */
export interface MatterRule {
  readonly id: string
  readonly safetyFirst: string | null
  readonly questions: readonly Question[]
  readonly answers: readonly Answer[]
  /** Role ids, in the order in which one climbs; the last is 12345. */
  readonly escalation: readonly string[]
  /** Settings that decide or inform this matter. */
  readonly settings: readonly string[]
}

export type Matter = MatterName & MatterRule

export interface Law {
  readonly title: string
  readonly article: string
  readonly gist: string
  readonly verified: boolean
  readonly scope: 'national' | 'local'
  /** Where a local law holds: the name of a province or city ("浙江省", "郑州市"), null for national ones. */
  readonly region: string | null
}

export interface Hotline {
  readonly number: string
  readonly name: string
  readonly for: string
  readonly roles: readonly string[]
  /** Takes calls in the whole country. A hotline that is not sure falls back to 12345. */
  readonly sure: boolean
  readonly channel: 'call' | 'sms'
  /** Round the clock; null where nobody has checked. */
  readonly open24h: boolean | null
}

/** Choices of a setting which mean that nobody has a role here at all, even if one is still listed. */
export interface Absence {
  readonly role: string
  readonly choices: readonly string[]
  /** remains: its work is there and passes to the residents' committee. falls-away: there is nothing to be done. */
  readonly work: 'remains' | 'falls-away'
}

/** What routing needs of a setting; the keepers' words for it stay off the residents' phones. */
export type SettingRule =
  | { readonly id: string; readonly kind: 'choice'; readonly absence?: Absence }
  /** Names an agency of the directory for a role ("who supplies the heat here"). */
  | { readonly id: string; readonly kind: 'agency'; readonly role: string }
  /** Shown to residents as a note on the matters that list it ("报停每年9月底前办"). */
  | { readonly id: string; readonly kind: 'text'; readonly label: string }

/** A setting of a community, typed. Options of a choice are asked of the keepers as plain words. */
export type SettingSpec = { readonly ask: string } & (
  | Exclude<SettingRule, { kind: 'choice' }>
  | (Extract<SettingRule, { kind: 'choice' }> & { readonly options: readonly Option[] })
)

/** setting id → the choice's id, the agency's id, or the text. */
export type Settings = Readonly<Record<string, string>>

/** Everything that is the same in every community. */
export interface Knowledge {
  readonly groups: readonly Group[]
  readonly roles: Readonly<Record<string, Role>>
  readonly laws: Readonly<Record<string, Law>>
  readonly hotlines: readonly Hotline[]
  readonly settings: readonly SettingSpec[]
  readonly matters: readonly Matter[]
}

/**
 * When a phone answers. Named after Open Referral HSDS `schedule` (opens_at, closes_at, byday).
 * Times are "HH:mm" in UTC+8; a `closesAt` that is not after `opensAt` runs into the next day.
 */
export interface Schedule {
  /** workday: days people work, make-up days included. restday: weekends and holidays. holiday: public holidays only. */
  readonly days: 'every' | 'workday' | 'restday' | 'holiday'
  readonly opensAt: string
  readonly closesAt: string
}

/** HSDS `phone`. */
export interface Phone {
  readonly id: string
  readonly number: string
  /** What the number is for, where an agency has several ("夜间值班"). */
  readonly description?: string
  /** Empty: round the clock. */
  readonly schedules: readonly Schedule[]
  /** Whose task it is to answer and to keep this number true: an office, never a person's name. */
  readonly owner: string
  /** ms since epoch, or null where nobody has verified it yet. */
  readonly verifiedAt: number | null
  /** Two residents said since its verification that it is wrong; ms since epoch. In a directory as it is kept. */
  readonly doubtedAt?: number | undefined
  /** The same, in what a phone is told. */
  readonly doubted?: true | undefined
}

/** HSDS `organization` with its `service_area`. */
export interface Agency {
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
  /** Where it serves; nothing said: the whole community. */
  readonly serviceArea?: {
    readonly estateIds?: readonly string[]
    readonly buildingIds?: readonly string[]
    readonly gridIds?: readonly string[]
  }
  readonly phones: readonly Phone[]
}

/** A place as routing needs it; `settings` are the community's with the estate's laid over them. */
export interface Place {
  readonly communityId: string
  readonly gridId: string | null
  readonly estateId: string
  readonly buildingId: string
  readonly unitId: string | null
  /** Province, city, district, as laws name them: ["河北省", "石家庄市", "…区"]. */
  readonly region: readonly string[]
  readonly settings: Settings
  readonly agencies: readonly Agency[]
}
