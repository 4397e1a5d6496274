import type { ButtonHTMLAttributes, ReactNode } from 'react'
import classes from './button.module.css'

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly variant?: 'primary' | 'plain' | 'quiet' | 'danger'
  readonly large?: boolean
  /** As wide as its container. */
  readonly wide?: boolean
  readonly icon?: ReactNode
}

/** A plain button with our looks: cheap enough for any list. */
export function Button({
  variant = 'plain',
  large,
  wide,
  icon,
  className,
  children,
  ...rest
}: Props): ReactNode {
  const names = [classes.button, classes[variant]]
  if (large) names.push(classes.large)
  if (wide) names.push(classes.wide)
  if (className !== undefined) names.push(className)
  return (
    <button type="button" className={names.join(' ')} {...rest}>
      {icon}
      {children}
    </button>
  )
}

interface IconProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly variant?: 'primary' | 'plain' | 'quiet' | 'danger'
  /** Said by screen readers and shown on hover: an icon alone says little. */
  readonly label: string
}

export function IconButton({ variant = 'quiet', label, className, children, ...rest }: IconProps): ReactNode {
  const names = [classes.button, classes.icon, classes[variant]]
  if (className !== undefined) names.push(className)
  return (
    <button type="button" aria-label={label} title={label} className={names.join(' ')} {...rest}>
      {children}
    </button>
  )
}
