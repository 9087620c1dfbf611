import type {DefectId} from '../record/defects.js'
import type {Finding, Severity} from '../record/finding.js'

/** What a run came to. Summaries of shards add up, number by number. */
export interface Summary {
  inputs: number
  read: number
  written: number
  duplicates: number
  rejected: number
  findings: Record<Severity, number>
  rules: Partial<Record<DefectId, number>>
}

export function emptySummary(): Summary {
  return {
    inputs: 0,
    read: 0,
    written: 0,
    duplicates: 0,
    rejected: 0,
    findings: {error: 0, warning: 0, info: 0},
    rules: {},
  }
}

export function countFindings(summary: Summary, findings: readonly Finding[]): void {
  for (const {rule, severity} of findings) {
    summary.findings[severity] += 1
    summary.rules[rule] = (summary.rules[rule] ?? 0) + 1
  }
}

/** Every record that was read is written, a duplicate or rejected (contract §4.3). */
export function addsUp({read, written, duplicates, rejected}: Summary): boolean {
  return read === written + duplicates + rejected
}

/** With its rules in order, so that the same run gives the same bytes. */
export function summaryText(summary: Summary): string {
  const rules = Object.fromEntries(Object.entries(summary.rules).sort(([a], [b]) => (a < b ? -1 : 1)))
  return `${JSON.stringify({...summary, rules}, null, 2)}\n`
}

/** `read 3 = written 2 + duplicates 0 + rejected 1; findings: 1 error, 0 warnings, 4 infos` */
export function summaryLine({read, written, duplicates, rejected, findings}: Summary): string {
  const {error, warning, info} = findings
  const counts = [plural(error, 'error'), plural(warning, 'warning'), plural(info, 'info')].join(', ')
  return `read ${read} = written ${written} + duplicates ${duplicates} + rejected ${rejected}; findings: ${counts}`
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
