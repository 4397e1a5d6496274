import {
  createTheme,
  type MantineColorsTuple,
  type MantineThemeComponents,
  type ModalHeaderProps,
  type ModalProps,
  type NotificationProps,
  type PasswordInputProps,
  type PopoverProps,
  type TextareaProps,
  type TextInputProps,
} from '@mantine/core'

const ink: MantineColorsTuple = [
  '#eef2f9',
  '#dae3f1',
  '#b3c5e3',
  '#89a5d4',
  '#678ac7',
  '#4d76bb',
  '#3d66a8',
  '#2c5291',
  '#21437a',
  '#183258',
]

/** Names alone: the components themselves come with the screens that use them. */
const components = {
  Modal: {
    defaultProps: {
      centered: true,
      overlayProps: { backgroundOpacity: 0.45 },
      transitionProps: { duration: 120, transition: 'fade' },
      closeButtonProps: { size: 44, 'aria-label': 'Close' },
    } satisfies Partial<ModalProps>,
    styles: { title: { fontSize: '20px', fontWeight: 650 } },
  },
  // A dialog's title bar is not the page's banner.
  ModalHeader: { defaultProps: { role: 'presentation' } satisfies Partial<ModalHeaderProps> },
  Popover: {
    defaultProps: { shadow: 'lg', transitionProps: { duration: 100 } } satisfies Partial<PopoverProps>,
  },
  TextInput: { defaultProps: { size: 'md' } satisfies Partial<TextInputProps> },
  // Room for a button that a finger hits: see mantine-tokens.css.
  PasswordInput: { defaultProps: { rightSectionWidth: 48 } satisfies Partial<PasswordInputProps> },
  Textarea: { defaultProps: { size: 'md' } satisfies Partial<TextareaProps> },
  Notification: {
    defaultProps: {
      closeButtonProps: { size: 44, 'aria-label': 'Close' },
    } satisfies Partial<NotificationProps>,
  },
} satisfies MantineThemeComponents

/** Mantine in the colours of tokens.css, for what hot lists do not use: dialogs, menus, fields. */
export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 8, dark: 6 },
  colors: { ink },
  fontFamily: 'var(--font)',
  defaultRadius: 'md',
  radius: { sm: '8px', md: '12px', lg: '16px' },
  fontSizes: { xs: '14px', sm: '15px', md: '17px', lg: '19px', xl: '22px' },
  headings: { fontFamily: 'var(--font)', fontWeight: '650' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components,
})
