import DocumentModel

/// The line that opens a report in each readable view.
struct ReadableTitle {
  let wording: Wording

  func text(_ header: ReportHeader, file: String) -> String {
    let parts = [
      header.unit, header.number, header.period.map { wording.period($0) },
    ].compactMap { $0 }
    return parts.isEmpty ? "\(file)\n" : "\(file)\n  \(parts.joined(separator: " · "))\n"
  }
}
