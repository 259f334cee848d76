package import DocumentModel

extension JSONBytes {
  /// Writes one unit that should report for a period, and whether it has.
  package mutating func value(_ line: ReportingLine) {
    object { json in
      json.name("entity")
      json.value(Entity(name: line.unit.name, code: line.unit.code))
      json.name("parent")
      json.optional(line.unit.parent)
      json.name("period")
      json.value(line.period)
      json.name("state")
      json.string(line.state.rawValue)
      guard let submission = line.submission else { return }
      json.name("submission")
      json.string(submission)
      json.name("file")
      json.optional(line.file)
      json.name("date")
      json.optional(line.date?.description)
      if let days = line.daysLate {
        json.name("days_late")
        json.number(days)
      }
      json.name("coverage")
      json.share(tenThousandths: line.coverage ?? 0)
      json.name("errors")
      json.number(line.flags[.error] ?? 0)
      json.name("warnings")
      json.number(line.flags[.warning] ?? 0)
      json.name("infos")
      json.number(line.flags[.info] ?? 0)
    }
  }
}
