/** Keys typed for one amount, in the smallest unit as on a cash register: 1250 is 12.50. More is a slip. */
export const AMOUNT_DIGITS_MAX = 10
