import {sha256} from '@noble/hashes/sha2.js'
import {bytesToHex, utf8ToBytes} from '@noble/hashes/utils.js'
import type {CanonicalRecord} from '../record/canonical.js'
import {fold} from './fold.js'

/**
 * The best identifier, prefixed; without any, 16 hex digits of SHA-256 over fold(title) LF fold(first author's raw) LF year;
 * without a title, over the record less `id` and `provenance`. "doi:10.5555/1", "sha256:0123456789abcdef"
 */
export function idOf(record: Omit<CanonicalRecord, 'id'>): string {
  if (record.doi !== null) return `doi:${record.doi}`
  if (record.pmid !== null) return `pmid:${record.pmid}`
  if (record.pmcid !== null) return `pmcid:${record.pmcid}`
  if (record.arxiv !== null) return `arxiv:${record.arxiv}`
  if (record.s2PaperId !== null) return `s2:${record.s2PaperId}`
  if (record.s2CorpusId !== null) return `s2corpus:${record.s2CorpusId}`
  return `sha256:${bytesToHex(sha256(utf8ToBytes(identity(record)))).slice(0, 16)}`
}

function identity(record: Omit<CanonicalRecord, 'id'>): string {
  const {title, authors, issued} = record
  if (title !== null && fold(title) !== '') {
    return `${fold(title)}\n${fold(authors[0]?.raw ?? '')}\n${issued?.slice(0, 4) ?? ''}`
  }
  const {provenance: _, ...rest} = record
  return JSON.stringify(rest)
}
