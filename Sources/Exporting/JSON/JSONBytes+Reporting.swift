package import DocumentModel

extension JSONBytes {
  /// Writes one unit that should report for a period, and whether it has.
  package mutating func value(_ line: ReportingLine) {
    object { json in
      json.member("entity") { $0.value(Entity(name: line.unit.name, code: line.unit.code)) }
      json.member("parent", orNull: line.unit.parent)
      json.member("period") { $0.value(line.period) }
      json.member("state", line.state.rawValue)
      guard let submission = line.submission else { return }
      json.member("submission", submission)
      json.member("file", orNull: line.file)
      json.member("date", orNull: line.date?.description)
      json.member("days_late", ifAny: line.daysLate)
      json.member("coverage") { $0.share(tenThousandths: line.coverage ?? 0) }
      json.member("errors", line.flags[.error] ?? 0)
      json.member("warnings", line.flags[.warning] ?? 0)
      json.member("infos", line.flags[.info] ?? 0)
    }
  }
}
