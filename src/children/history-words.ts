import { longDay } from '../values/words.ts'
import { sayLegalStatus } from './legal-status.ts'
import { alongsideWords, consentItems, decisions, orderedByWords, petWords, say, sexes } from './say.ts'
import { type Ask, sayApart, saySibling } from './ties.ts'

/** What a fact is about, in the words of the history's first column. */
export const kindWords = {
  details: 'Who they are',
  legal_status: 'Legal status',
  placement: 'Home',
  worker: 'Social worker',
  care_card: 'Care card',
  photo: 'Photo',
  consent: 'Consent',
  sibling: 'Brother or sister',
  apart: 'Must not be with',
  sharing: 'Sharing a bedroom',
  exemption: 'Exemption',
} as const

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

const joined = (...parts: (string | null | false)[]) => parts.filter(Boolean).join('; ')

/** A fact of the history in a line. Names no child the reader may not see: those names never left the database. */
export function sayFact(kind: string, says: Record<string, unknown>, ask: Ask): string {
  const name = text(says.name)
  switch (kind) {
    case 'details':
      return joined(
        name,
        `born ${longDay(String(says.dob))}`,
        say(sexes, String(says.sex)),
        text(says.responsibleAuthority),
        says.pets !== 'unknown' && say(petWords, String(says.pets)),
        says.alongside !== 'no_preference' && say(alongsideWords, String(says.alongside)),
      )
    case 'legal_status':
      return sayLegalStatus(String(says.status))
    case 'placement':
      return text(says.home) ?? 'A home you do not look after'
    case 'worker':
      return name ?? 'Somebody you do not know'
    case 'care_card':
      return sayCard(says)
    case 'photo':
      return 'A photo was added'
    case 'consent':
      return joined(
        `${say(consentItems, String(says.item))}: ${says.withdrawn ? 'withdrawn' : say(decisions, String(says.decision)).toLowerCase()}`,
        `given by ${says.givenBy}`,
        text(says.conditions),
        text(says.reason),
      )
    case 'sibling':
      return saySibling({ name })
    case 'apart':
      return joined(
        sayApart({ isChild: says.isChild === true, name }, ask),
        say(orderedByWords, String(says.orderedBy)),
      )
    case 'sharing':
      return joined(`with ${name ?? 'another child'}`, `agreed by ${says.authority}`)
    case 'exemption':
      return joined(text(says.home), `${says.authority}, ${says.reference}`)
    default:
      return ''
  }
}

const cardWords: Record<string, string> = {
  known_as: 'Known as',
  routines: 'Routines',
  triggers: 'Triggers',
  what_helps: 'What helps',
  missing_history: 'Missing',
  culture: 'Culture',
  faith: 'Faith',
  language: 'Language',
  food: 'Food',
  hair_and_skin: 'Hair and skin',
}

const rows = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value : [])

/** A whole card in a line: what a correction changed must be there to read. */
function sayCard(card: Record<string, unknown>): string {
  const allergies = rows(card.allergies).map((one) =>
    [one.what, one.severity === 'severe' ? '(severe)' : '(mild)', one.pen && `pen ${one.penExpires ?? ''}`]
      .filter(Boolean)
      .join(' ')
      .trim(),
  )
  const medication = rows(card.medication).map((one) =>
    [one.name, one.dose, one.asNeeded ? 'as needed' : one.times, one.how].filter(Boolean).join(', '),
  )
  const contacts = rows(card.contacts).map((one) => `${one.name}, ${one.relation}, ${one.phone}`)
  return joined(
    `Allergies: ${allergies.join(' / ') || 'none'}`,
    `Medication: ${medication.join(' / ') || 'none'}`,
    ...Object.entries(cardWords).map(([column, label]) => {
      const value = text(card[column])
      return value && `${label}: ${value}`
    }),
    contacts.length > 0 && `Contacts: ${contacts.join(' / ')}`,
  )
}
