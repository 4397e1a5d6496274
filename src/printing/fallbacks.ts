/**
 * ASCII for characters that Unicode itself does not take apart: the character, then what stands for it
 * (nothing after it = left out). Used only where no page of the printer has the character. [PRINT5]
 */
const TABLE = `
  ‐- ‑- ‒- –- —- ―- −- ─- ⁄/ ∕/ ‘' ’' ‚' ‛' ′' ʼ' “" ”" „" ″" «" »" ‹' ›' …... •* ·. ×x ÷/ ¿ ¡
  →-> ←<- ✓v ✔v ✗x ★* ☆* ♥<3 °o ÆAE æae ŒOE œoe ßss ẞSS ØO øo ŁL łl ĐD đd ÐD ðd ÞTH þth ıi ĦH ħh
  ŦT ŧt ŊNG ŋng ІI іi ҐG ґg №No ©(c) ®(R) €EUR £GBP ¥JPY ¢c ₹Rs ₽RUB ₺TL ₩KRW ₪ILS ₫VND ₦NGN ₴UAH
  ₱PHP ฿THB ₸KZT ₾GEL ₡CRC ₵GHS ₲PYG ₼AZN ৳BDT ﷼SAR ៛KHR ₭LAK ₮MNT ֏AMD ₨Rs
`

export const FALLBACKS: ReadonlyMap<string, string> = new Map(
  TABLE.trim()
    .split(/\s+/)
    .map((entry) => [entry.slice(0, 1), entry.slice(1)]),
)
