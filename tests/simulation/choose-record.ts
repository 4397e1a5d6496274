import type { Command } from '#domain/command/command.ts'
import type { RecordFields, RecordType } from '#domain/record/record.ts'
import { TABLE_IDS } from './cafe.ts'
import { changeStock } from './choose-stock.ts'
import type { RecordDoing } from './doings.ts'
import { EXTRAS, MENU_IDS, NEW_DISH_IDS } from './menu.ts'
import type { Random } from './random.ts'

/** The menu, the floor, the taxes and the stock change while people order. */
export function changeRecord(doing: RecordDoing, random: Random): Command {
  switch (doing) {
    case 'dish':
      return writeDish(random)
    case 'table': {
      const fields = { seats: random.int(1, 9), ...(random.chance(0.5) ? { name: random.id('name') } : {}) }
      return save('table', random.pick(TABLE_IDS), fields)
    }
    case 'tax':
      return save('tax', 'vat', { ratePpm: random.pick([60_000, 130_000, 230_000]) })
    case 'extras':
      return save('modifier_group', EXTRAS, { name: random.id('extras'), active: random.chance(0.8) })
    case 'price':
      return save('menu_item', random.pick(MENU_IDS), { price: random.int(100, 2_000) })
    case 'stock':
      return changeStock(random)
    case 'sold_out':
      return save('menu_item', random.pick(MENU_IDS), { available: random.chance(0.6) })
  }
}

/** A dish with some of its fields: the others are there already, come later, come from elsewhere, or never. */
function writeDish(random: Random): Command {
  const fields = {
    name: 'New dish',
    price: random.int(100, 900),
    categoryId: 'c',
    stationId: 's',
    taxIds: ['vat'],
    position: 1,
    picture: '',
    active: true,
    available: true,
  }
  const some = Object.entries(fields).filter(() => random.chance(0.8))
  return save('menu_item', random.pick(NEW_DISH_IDS), Object.fromEntries(some))
}

function save(recordType: RecordType, recordId: string, fields: RecordFields): Command {
  return { type: 'save_record', recordType, recordId, fields }
}
