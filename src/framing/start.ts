import type {JsonObject} from '../record/decoded.js'
import type {Between} from './between.js'
import type {ByteWindow} from './byte-window.js'
import type {Remains} from './found.js'
import type {Place} from './frame.js'
import {LF, OPEN_BRACE, QUOTE} from './json-bytes.js'
import {type Claims, hasKeys, holdsRecord} from './swallowed.js'

/** Where an object starts: what decides whether it must be a record, or may be page text. */
export interface Start extends Place {
  readonly isElement: boolean
  /** What is before it says that it is a member's value. */
  readonly isMember: boolean
  readonly followsComma: boolean
  readonly lineIsBlank: boolean
  readonly isColumn0: boolean
  /** Nothing stands between it and the object before, or the beginning. */
  readonly isFree: boolean
}

/** The start of the object whose brace the window is at. */
export function startAt(window: ByteWindow, between: Between, isInList: boolean): Start {
  return {
    line: window.line,
    offset: window.at,
    isElement: between.opensArray || (isInList && between.endsInComma),
    isMember: between.endsInColon,
    followsComma: between.endsInComma,
    lineIsBlank: window.lineIsBlank,
    isColumn0: window.lineStart === window.at,
    isFree: between.isBlank,
  }
}

/**
 * Whether a whole record that seems to stand inside a broken one does so: it may be the value of a member, or the broken one was
 * cut and this is the next, which then has all of its keys.
 */
export function isPartOf(remains: Remains | null, start: Start, value: JsonObject): boolean {
  if (remains === null || start.isColumn0 || (start.offset >= remains.to && !start.isMember)) return false
  return !hasKeys(value, remains.keys)
}

/** Whether an object inside a broken record has one in it that the broken one has taken for a part of itself. */
export function holdsNext(remains: Remains | null, start: Start, value: JsonObject, claims: Claims): boolean {
  return remains !== null && start.offset < remains.to && holdsRecord(value, remains.keys, claims)
}

/** Whether what starts inside a broken record and breaks as well, with these keys, is another one: it starts as that did. */
export function isAnother(remains: Remains, start: Start, keys: readonly string[]): boolean {
  const isBeside = start.offset >= remains.to && !start.isMember
  return (start.isColumn0 || isBeside) && keys.length > 0 && keys[0] === remains.keys[0]
}

/**
 * Whether the brace at `start` begins a record even though it breaks before its first colon, at `brokenAt`: with `{"` and `{'` it
 * does, and where it stands alone between two records. Any other is a stray brace.
 */
export function beginsRecord(window: ByteWindow, start: Start, brokenAt: number): boolean {
  const at = Math.min(window.skipBlank(start.offset + 1), brokenAt)
  if (at === start.offset) return false
  const byte = window.byte(at)
  if (byte === QUOTE || byte === APOSTROPHE) return true
  if (!start.isFree || (byte !== OPEN_BRACE && byte !== undefined)) return false
  return !start.isColumn0 || byte === undefined || window.view(start.offset, at).includes(LF)
}

const APOSTROPHE = 0x27
