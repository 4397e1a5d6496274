import type { Page } from 'playwright-core'

/** Presses "Take" on all pages at this time. Gives the milliseconds until each screen said "Paid". */
export function payTogether(pages: readonly Page[], at: number): Promise<readonly number[]> {
  return Promise.all(pages.map((page) => page.evaluate(payAt, at)))
}

/** In the page. A task by itself, so that nothing between the test and the browser is measured. */
function payAt(at: number): Promise<number> {
  const take = [...document.querySelectorAll('button')].find(({ textContent }) =>
    (textContent ?? '').startsWith('Take €'),
  )
  if (take === undefined) throw new Error('there is nothing to take')
  return new Promise((resolve) => {
    setTimeout(() => {
      const pressed = performance.now()
      const observer = new MutationObserver(() => {
        const done = [...document.querySelectorAll('h1')].some(({ textContent }) => textContent === 'Paid')
        if (!done) return
        observer.disconnect()
        requestAnimationFrame(() => resolve(performance.now() - pressed))
      })
      observer.observe(document.body, { childList: true, subtree: true, characterData: true })
      take.click()
    }, at - Date.now())
  })
}
