import {loadLibraries} from './pipeline/with-libraries.js'

export {type Converted, type ConvertOptions, convert, type Reject} from './pipeline/convert.js'
export {type Normalized, normalizeRaw as normalize} from './pipeline/normalize-raw.js'
export type * from './record/canonical.js'
export {type DefectId, defects} from './record/defects.js'
export type {Finding, Problem, Severity} from './record/finding.js'

await loadLibraries()
