import type { z } from 'zod'
import type { ConstellationKey } from '../../seeds/constellations.ts'
import type { ChildKey, HomeKey, PersonKey } from '../../seeds/county.ts'
import type { EmergencyKey } from '../../seeds/emergencies.ts'
import { service } from '../../seeds/service.ts'
import type { When } from '../../seeds/shape.ts'
import type { StayKey } from '../../seeds/stays.ts'
import type { Action } from '../platform/action.ts'
import type { Caller } from '../platform/actor.ts'
import type { Door } from '../platform/door.ts'
import { type Day, momentAt } from '../values/london.ts'
import { dayMeant, FIRST_DAY, type Step } from './calendar.ts'

/** Ids by the names the county's story gives them. */
export class Named<Key extends string> {
  readonly #ids = new Map<Key, string>()
  set(key: Key, id: string): void {
    this.#ids.set(key, id)
  }
  /** Throws where the story has not come to it yet. */
  of(key: Key): string {
    const id = this.#ids.get(key)
    if (id === undefined) throw new Error(`There is no ${key} in the county yet`)
    return id
  }
  /** The name behind an id. */
  keyOf(id: string): Key {
    for (const [key, value] of this.#ids) if (value === id) return key
    throw new Error(`Nothing in the county has the id ${id}`)
  }
  all(): Record<Key, string> {
    return Object.fromEntries(this.#ids) as Record<Key, string>
  }
}

/** The county while it is being made: who and what is there already, the day it is told from, and the door. */
export class World {
  readonly people = new Named<PersonKey>()
  readonly homes = new Named<HomeKey>()
  readonly children = new Named<ChildKey>()
  readonly constellations = new Named<ConstellationKey>()
  readonly stays = new Named<StayKey | EmergencyKey>()
  readonly service: string
  readonly anchor: Day
  readonly door: Door

  constructor(service: string, anchor: Day, door: Door) {
    this.service = service
    this.anchor = anchor
    this.door = door
  }

  day(when: When): Day {
    return dayMeant(this.anchor, when)
  }

  /** Something that is done on a day at a London time. */
  step(when: When, time: string, does: () => Promise<unknown>): Step {
    return this.stepOn(this.day(when), time, does)
  }

  stepOn(day: Day, time: string, does: () => Promise<unknown>): Step {
    return { at: momentAt(day, time), does }
  }

  /** The first day something of a given day could be written down. */
  written(since: number): number {
    return Math.max(since, FIRST_DAY)
  }

  caller(person: PersonKey): Caller {
    return { service: this.service, person: this.people.of(person), via: 'web' }
  }

  /** Performs an action as one of the county's people. */
  does<I extends z.ZodObject, S, R extends Record<string, unknown>>(
    person: PersonKey,
    action: Action<I, S, R>,
    input: Partial<z.input<I>>,
  ): Promise<R> {
    return this.door.perform(action, this.caller(person), input)
  }
}

/** `Marian Okoro` signs in as `marian.okoro@example.org`. */
export const emailOf = (name: string): string =>
  `${name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z ]/g, '')
    .trim()
    .replaceAll(/ +/g, '.')}@example.org`

/** A number that reaches nobody: Ofcom keeps 07700 900000 to 900999 for stories. */
export const phone = (number: number): string => `07700 900 ${String(number % 999).padStart(3, '0')}`

export const COUNCIL = service.council
