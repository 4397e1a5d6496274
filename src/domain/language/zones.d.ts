/**
 * The calendars of the world's zones, the one thing asked of the platform: business dates need them. The instant has
 * to be given: `format()` without one would read the machine's clock, and without a zone its place.
 */
declare namespace Intl {
  interface DateTimeFormat {
    formatToParts(instantMs: number): { readonly type: string; readonly value: string }[]
    resolvedOptions(): { readonly timeZone: string }
  }
  const DateTimeFormat: {
    new (
      locale: string,
      options: {
        readonly timeZone: string
        readonly hourCycle?: 'h23'
        readonly year?: 'numeric'
        readonly month?: '2-digit'
        readonly day?: '2-digit'
        readonly hour?: '2-digit'
        readonly minute?: '2-digit'
      },
    ): DateTimeFormat
  }
}
