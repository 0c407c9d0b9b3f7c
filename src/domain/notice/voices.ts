/** A consultation (征求意见): what is asked, of whom, and until when. */
export interface Consultation {
  /** Ids of options to choose from; empty: words are asked for. */
  readonly options: readonly string[]
  /** How many options one voice may name. */
  readonly most: number
  /** One voice each. */
  readonly each: 'household' | 'person'
  /** Until when it can be said, and changed (ms, exclusive). */
  readonly until: number
  /** Who may see which name said what. signers: those who signed themselves. */
  readonly names: 'nobody' | 'office' | 'signers'
  /** A consent sheet: each voice is signed by name. */
  readonly isSigned: boolean
}

/** declared: somebody says that they live there; confirmed: a keeper said so, too; noted: the office wrote it down. */
export const voiceHouseholds = ['declared', 'confirmed', 'noted'] as const
export type VoiceHousehold = (typeof voiceHouseholds)[number]

/** What somebody said. A later one of the same voice takes its place. */
export interface Voice {
  /** Made on the phone: what comes twice is one. */
  readonly id: string
  /** Pseudonym; null: written down for somebody without a phone. */
  readonly person: string | null
  /** The household; null: not known. */
  readonly roomId: string | null
  /** How it is known whose household's it is. */
  readonly household: VoiceHousehold
  readonly choices: readonly string[]
  /** Empty: none. */
  readonly words: string
  /** As signed; null: not signed. */
  readonly name: string | null
  readonly at: number
}

/** Why somebody's voice cannot be taken in. */
export type VoiceProblem =
  'over' | 'no-home' | 'nobody' | 'no-choice' | 'too-many' | 'no-such-choice' | 'no-words' | 'no-name'

/** What is wrong with a voice now; null: it is good. */
export function voiceProblem(
  { options, most, each, until, isSigned }: Consultation,
  voice: Voice,
): VoiceProblem | null {
  const { person, roomId, choices, words, name, at } = voice
  if (at >= until) return 'over'
  if (each === 'household' && roomId === null) return 'no-home'
  if (each === 'person' && person === null) return 'nobody'
  if (options.length === 0 && words.trim() === '') return 'no-words'
  if (options.length > 0 && choices.length === 0) return 'no-choice'
  if (new Set(choices).size > most && options.length > 0) return 'too-many'
  if (choices.some((choice) => !options.includes(choice))) return 'no-such-choice'
  return isSigned && (name ?? '').trim() === '' ? 'no-name' : null
}

/** Whose voice it is: the household's, or the person's. */
const keyOf = ({ each }: Consultation, { person, roomId }: Voice): string | null =>
  each === 'household' ? roomId : person

const isLater = (one: Voice, other: Voice): boolean => (one.at !== other.at ? one.at > other.at : one.id > other.id)

const isConfirmed = ({ household }: Voice): boolean => household === 'confirmed'

/**
 * Anybody can say that they live in 101: what is confirmed is not replaced by what is not. What the office wrote down is,
 * by what the household says itself.
 */
const outweighs = ({ each }: Consultation, one: Voice, other: Voice): boolean =>
  each === 'household' && isConfirmed(one) !== isConfirmed(other) ? isConfirmed(one) : isLater(one, other)

/** The households whom it concerns; null, or none: they were not entered, and every household counts. */
export type VoiceRooms = readonly string[] | null

/**
 * The voices that count: of each household or person the last good one, in whatever order they came in; of a household
 * the last confirmed one, where there is any.
 */
export function countedVoices(
  consultation: Consultation,
  voices: readonly Voice[],
  rooms: VoiceRooms,
): readonly Voice[] {
  const concerned = concernedOf(consultation, rooms)
  const last = new Map<string, Voice>()
  for (const voice of voices) {
    const key = keyOf(consultation, voice)
    if (key === null || voiceProblem(consultation, voice) !== null) continue
    if (concerned && !concerned.has(key)) continue
    const known = last.get(key)
    if (known === undefined || outweighs(consultation, voice, known)) last.set(key, voice)
  }
  return [...last.values()].sort((one, other) => (isLater(one, other) ? 1 : -1))
}

const concernedOf = ({ each }: Consultation, rooms: VoiceRooms): ReadonlySet<string> | null =>
  each === 'household' && rooms !== null && rooms.length > 0 ? new Set(rooms) : null

export interface VoicesResult {
  /** How many have said something. */
  readonly n: number
  /** How many could have; null: nobody knows, as of people, or where no households were entered. */
  readonly of: number | null
  /** Of how many of them a keeper knows that the household is the right one. Of people: all, each is one. */
  readonly confirmed: number
  /** Of each option how many named it, in the order of the options. */
  readonly options: readonly { readonly id: string; readonly count: number }[]
  /** How many wrote words. */
  readonly words: number
}

/** What came out. Whoever said nothing is counted as nothing: silence is neither a yes nor a no. */
export function resultOf(consultation: Consultation, voices: readonly Voice[], rooms: VoiceRooms): VoicesResult {
  const counted = countedVoices(consultation, voices, rooms)
  return {
    ...{ n: counted.length, of: concernedOf(consultation, rooms)?.size ?? null },
    confirmed: counted.filter(({ household }) => consultation.each === 'person' || household !== 'declared').length,
    options: consultation.options.map((id) => ({
      ...{ id, count: counted.filter(({ choices }) => choices.includes(id)).length },
    })),
    words: counted.filter(({ words }) => words.trim() !== '').length,
  }
}

/** Whoever looks at a consultation. */
export interface VoiceReader {
  readonly isOffice: boolean
  /** Pseudonym; null: nobody known. */
  readonly person: string | null
  readonly roomId: string | null
}

/** One voice as somebody may see it. */
export interface SeenVoice {
  /** The voice's own. */
  readonly id: string
  readonly choices: readonly string[]
  readonly words: string
  /** null: not theirs to see, or not signed. */
  readonly name: string | null
  readonly isMine: boolean
}

function mayName({ names }: Consultation, { isOffice }: VoiceReader, hasSigned: boolean): boolean {
  if (names === 'nobody') return false
  return isOffice || (names === 'signers' && hasSigned)
}

/**
 * The voices as a reader may see them: one's own always; of the others the names only where that was set when it was
 * asked; what each said, without a name, for the office alone. What somebody else of the same household said is not one's
 * own: a home that is only declared is nobody's proof.
 */
export function voicesFor(
  consultation: Consultation,
  voices: readonly Voice[],
  rooms: VoiceRooms,
  reader: VoiceReader,
): readonly SeenVoice[] {
  const counted = countedVoices(consultation, voices, rooms)
  const isMine = ({ person }: Voice) => person !== null && person === reader.person
  const hasSigned = counted.some((voice) => isMine(voice) && voice.name !== null)
  const names = mayName(consultation, reader, hasSigned)
  return counted
    .filter((voice) => reader.isOffice || names || isMine(voice))
    .map((voice) => {
      const { id, choices, words, name } = voice
      return { id, choices, words, name: names || isMine(voice) ? name : null, isMine: isMine(voice) }
    })
}

/** Whose voice counts for the reader, or for their household. null: nobody has spoken for them. */
export function standingFor(
  consultation: Consultation,
  voices: readonly Voice[],
  rooms: VoiceRooms,
  reader: VoiceReader,
): 'mine' | 'household' | null {
  const key = consultation.each === 'household' ? reader.roomId : reader.person
  const counted = countedVoices(consultation, voices, rooms)
  if (counted.some(({ person }) => person !== null && person === reader.person)) return 'mine'
  return key !== null && counted.some((voice) => keyOf(consultation, voice) === key) ? 'household' : null
}
