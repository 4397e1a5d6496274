/** The picture of a dish, in its form in the back office. */
export const photo = {
  choose: 'Choose a photo',
  chooseOther: 'Choose another photo',
  remove: 'Remove',
  sending: 'Keeping the picture…',
  notKept: 'The rest of the item can be saved without it.',
  again: 'Try again',
  alt: 'The picture as the till shows it',
  hint: 'The sides are cut to fit the till’s button.',
} as const
