/** Sizes a person may enter. Beyond any real service, small enough that no total can leave exact integers. */
export const QTY_MAX = 9_999
export const COVERS_MAX = 999
export const NOTE_LENGTH_MAX = 200
export const NAME_LENGTH_MAX = 80
