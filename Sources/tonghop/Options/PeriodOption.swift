import ArgumentParser
import DocumentModel
import Pipeline

/// A period as people type it: `2026-Q1`.
struct PeriodOption: ExpressibleByArgument {
  let period: Period

  init?(argument: String) {
    guard let period = TypedPeriod.period(argument) else { return nil }
    self.period = period
  }

  static var help: ArgumentHelp {
    tonghop.help(
      "Kỳ: 2026, 2026-Q1, 2026-H1, 2026-9M, 2026-03, hoặc 2026-01-01/2026-03-31.",
      "The period: 2026, 2026-Q1, 2026-H1, 2026-9M, 2026-03, or 2026-01-01/2026-03-31.",
      valueName: "period")
  }
}

/// A day as people type it: `2026-04-05`.
struct DayOption: ExpressibleByArgument {
  let day: CalendarDate

  init?(argument: String) {
    guard let day = CalendarDate(iso: argument) else { return nil }
    self.day = day
  }
}
