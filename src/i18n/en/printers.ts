/** The printers of the house, in the back office. */
export const printers = {
  title: 'Printers',
  new: 'New printer',
  empty: 'No printers yet. Any ESC/POS printer on the house’s network will do.',
  name: 'Name',
  nameHint: 'Counter receipts',
  host: 'Address in the house',
  hostHint: '192.168.1.50, or /dev/usb/lp0 at the server',
  onDevice: 'On a device, which prints there by itself',
  port: 'Port',
  model: 'Make',
  anyModel: 'Any that understands ESC/POS',
  modelOf: '{{name}} ({{columns}} characters)',
  columns: 'Characters a line',
  columnCount: '{{id}} characters',
  drawer: 'Cash drawer at this printer',
  drawers: { none: 'None', pin2: 'On pin 2 (usual)', pin5: 'On pin 5' },
} as const
