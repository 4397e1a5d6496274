import { Component, type ReactNode } from 'react'
import { FailedScreen } from '#app/features/setup/failed-screen.tsx'

interface Props {
  readonly children: ReactNode
}

/** A bug in what stands before the screens and their own guard: a page that says so is worth more than a white one. */
export class DoorGuard extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    return this.state.failed ? <FailedScreen problem="unknown" /> : this.props.children
  }
}
