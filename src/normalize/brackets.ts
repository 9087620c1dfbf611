/**
 * True when brackets stand in a name where they leave it with half of one, or break a word: `White)`, `(Michael`, `Ro[e`, `M(ax)`.
 * Whole words in brackets may belong to a name: `Holm (Lund)`, `Owen (Bo)`.
 */
export function isBroken(name: string): boolean {
  return BRACKET.test(name) && (!BALANCED.test(name) || ONLY_BRACKETED.test(name))
}

const BRACKET = /[()[\]{}<>\uff08\uff09\u3010\u3011]/
const BALANCED = /^(?:[^()[\]{}<>\uff08\uff09\u3010\u3011]|(?<![^ ])(?:\([^()[\]{}<>]+\)|\[[^()[\]{}<>]+\])(?![^ ]))*$/
const ONLY_BRACKETED = /^[([][^()[\]]*[)\]]$/
