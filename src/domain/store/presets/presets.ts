import { AUSTRALIA } from './australia.ts'
import { FRANCE } from './france.ts'
import { GERMANY } from './germany.ts'
import { INDIA } from './india.ts'
import { ITALY } from './italy.ts'
import { JAPAN } from './japan.ts'
import type { Preset } from './preset.ts'
import { SWITZERLAND } from './switzerland.ts'
import { UNITED_ARAB_EMIRATES } from './united-arab-emirates.ts'
import { UNITED_KINGDOM } from './united-kingdom.ts'
import { UNITED_STATES } from './united-states.ts'

/** Every country there is a preset for. [PRESET1] */
export const PRESETS: readonly Preset[] = [
  AUSTRALIA,
  FRANCE,
  GERMANY,
  INDIA,
  ITALY,
  JAPAN,
  SWITZERLAND,
  UNITED_ARAB_EMIRATES,
  UNITED_KINGDOM,
  UNITED_STATES,
]
