import { Discounts } from '../../tests/e2e/screens/discounts.ts'
import { Login } from '../../tests/e2e/screens/login.ts'
import { OrderSheet } from '../../tests/e2e/screens/order-sheet.ts'
import { tomas } from '../../tests/e2e/screens/people.ts'
import { SplitBill } from '../../tests/e2e/screens/split.ts'
import { Till } from '../../tests/e2e/screens/till.ts'
import type { Stage } from './stage.ts'

/** From who is working to the paid bill. */
export async function shootTill(stage: Stage): Promise<void> {
  const page = await stage.context.newPage()
  await page.goto(`${stage.origin}/`)
  const login = new Login(page)
  await login.title.waitFor()
  await stage.shoot(page, 'people')
  await login.choose(tomas)
  await stage.shoot(page, 'pin')
  await login.typePin(tomas.pin)
  const till = new Till(page)
  await till.floor.waitFor()
  await stage.shoot(page, 'floor')
  await till.safety.details()
  await stage.shoot(page, 'safety')
  await page.keyboard.press('Escape')
  await shootOrder(stage, till)
  await shootBill(stage, till)
}

async function shootOrder(stage: Stage, till: Till): Promise<void> {
  const { page } = till
  await till.table('Table 2').click()
  await till.menu.waitFor()
  await stage.shoot(page, 'order')
  const options = await till.choose('Steak & egg')
  await stage.shoot(page, 'options')
  await page.keyboard.press('Escape')
  await options.dialog.waitFor({ state: 'hidden' })
  await till.showSlip()
  await stage.shoot(page, 'slip')
  await new OrderSheet(page).open()
  await stage.shoot(page, 'order-actions')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await till.slip.getByRole('button', { name: 'Void House burger' }).click()
  await page.getByRole('dialog').waitFor()
  await stage.shoot(page, 'void')
  await page.getByRole('dialog').getByRole('button', { name: 'Wrong item' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Void item' }).click()
  await page.getByRole('dialog', { name: / asks a manager$/ }).waitFor()
  await stage.shoot(page, 'approval')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog', { name: / asks a manager$/ }).waitFor({ state: 'hidden' })
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}

async function shootBill(stage: Stage, till: Till): Promise<void> {
  const { page } = till
  await till.goToPay()
  await stage.shoot(page, 'pay')
  const discounts = new Discounts(page)
  await discounts.open()
  await stage.shoot(page, 'discount')
  await page.keyboard.press('Escape')
  await discounts.dialog.waitFor({ state: 'hidden' })
  const split = new SplitBill(page)
  await split.open()
  await stage.shoot(page, 'split')
  await page.keyboard.press('Escape')
  await split.dialog.waitFor({ state: 'hidden' })
}
