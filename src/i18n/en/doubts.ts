/** A line that costs less than the menu asks, and what a manager says of it. */
export const doubts = {
  doubt: '{{dish}} at {{asked}}, the menu says {{menu}}. {{person}}, {{device}}.',
  noMenu: '{{dish}} at {{asked}} is on no menu. {{person}}, {{device}}.',
  doOpen: 'Ask whoever took it. If it is wrong, void the line and add it again; then look at the device.',
  doPaid:
    'Ask whoever took it, and look at the device. The order is paid: the difference is not taken any more.',
  settle: 'The price is right…',
  title: '{{dish}} at {{asked}}',
  text: 'The line stays as it is, and nobody is asked to look at its price again. It stays in the order’s story.',
  reason: 'Why this price is right',
  reasons: ['Agreed with the guest', 'The menu was wrong', 'Paid and gone'],
  confirm: 'It is right',
  cancel: 'Not yet',
} as const
