import { Fraction } from 'fraction.js'
import { rounded, type Units } from './exact.ts'

/** [REFUND3] What pieces `before + 1 … before + pieces` of `sold` give back of one of the line's figures. */
export function oracleLineRefund(figure: Units, sold: number, before: number, pieces: number): Units {
  const worth = (count: number) => rounded(new Fraction(figure * BigInt(count), BigInt(sold)), 'half_up')
  return worth(before + pieces) - worth(before)
}

/** [REFUND4] What an amount gives back of one tax, of which `taxLeft` is left on `saleLeft`. */
export function oracleAmountRefund(taxLeft: Units, saleLeft: Units, amount: Units): Units {
  return rounded(new Fraction(taxLeft * amount, saleLeft), 'half_up')
}
