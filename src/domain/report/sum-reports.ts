import { addFigures } from '#domain/day/day-figures.ts'
import { sum } from '#domain/money/money.ts'
import {
  mergedCategories,
  mergedCosts,
  mergedGroups,
  mergedHours,
  mergedItems,
  mergedLosses,
  mergedTaxes,
  mergedTips,
  sessionsInOrder,
} from './merged-rows.ts'
import type { Report } from './report.ts'
import { NO_BOOKS, reportOf } from './report-of.ts'

/** Reports together: of days a week, of weeks a month. How they are grouped changes nothing. [REPORT3] */
export function sumReports(reports: readonly Report[]): Report {
  const rows = <Row>(rowsOf: (report: Report) => readonly Row[]): readonly Row[] => reports.flatMap(rowsOf)
  return {
    figures: reports.map((one) => one.figures).reduce(addFigures, reportOf(NO_BOOKS).figures),
    paid: sum(reports.map(({ paid }) => paid)),
    taxes: mergedTaxes(rows(({ taxes }) => taxes)),
    items: mergedItems(rows(({ items }) => items)),
    costs: mergedCosts(rows(({ costs }) => costs)),
    categories: mergedCategories(rows(({ categories }) => categories)),
    hours: mergedHours(rows(({ hours }) => hours)),
    waiters: mergedGroups(rows(({ waiters }) => waiters)),
    tips: mergedTips(rows(({ tips }) => tips)),
    tables: mergedGroups(rows(({ tables }) => tables)),
    services: mergedGroups(rows(({ services }) => services)),
    discounts: mergedLosses(rows(({ discounts }) => discounts)),
    voids: mergedLosses(rows(({ voids }) => voids)),
    refunds: mergedLosses(rows(({ refunds }) => refunds)),
    sessions: sessionsInOrder(rows(({ sessions }) => sessions)),
    cashMoves: mergedLosses(rows(({ cashMoves }) => cashMoves)),
  }
}
