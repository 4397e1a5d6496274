import { bookChecks } from './book-checks.ts'
import { pastChecks } from './past-checks.ts'
import { pruneChecks } from './prune-checks.ts'
import { lateChecks } from './late-checks.ts'
import { historyChecks } from './history-checks.ts'
import type { DatabaseCheck } from './check.ts'
import { journalChecks } from './journal-checks.ts'
import { keepingChecks } from './keeping-checks.ts'
import { pictureChecks } from './picture-checks.ts'
import { priceChecks } from './price-checks.ts'
import { printChecks } from './print-checks.ts'
import { queryChecks } from './query-checks.ts'
import { reportChecks } from './report-checks.ts'
import { scenarioChecks } from './scenario-checks.ts'
import { scarceChecks } from './scarce-checks.ts'
import { schemaChecks } from './schema-checks.ts'
import { stockChecks } from './stock-checks.ts'

/** What every engine must do alike. No test framework and no platform: a browser worker runs the same list. */
export const databaseChecks: readonly DatabaseCheck[] = [
  ...schemaChecks,
  ...journalChecks,
  ...queryChecks,
  ...printChecks,
  ...bookChecks,
  ...lateChecks,
  ...stockChecks,
  ...pastChecks,
  ...pruneChecks,
  ...keepingChecks,
  ...reportChecks,
  ...scenarioChecks,
  ...historyChecks,
  ...scarceChecks,
  ...pictureChecks,
  ...priceChecks,
]
