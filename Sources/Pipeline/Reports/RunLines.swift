package import DocumentModel
import Exporting

/// The same as lines of JSON, for scripts.
package enum RunLines {
  package static func line(_ file: IngestedFile) -> [UInt8] {
    var json = JSONBytes()
    json.value(file.submission, isNew: file.isNew)
    json.endLine()
    return json.bytes
  }

  package static func line(_ submission: Submission) -> [UInt8] {
    var json = JSONBytes()
    json.value(submission)
    json.endLine()
    return json.bytes
  }

  package static func line(_ summary: IngestSummary) -> [UInt8] {
    var json = JSONBytes()
    json.record("summary") { json in
      json.member("files", summary.tally.read + summary.tally.failed)
      json.member("accepted", summary.count(.accepted))
      json.member("duplicate", summary.count(.duplicate))
      json.member("failed", summary.tally.failed)
      json.member("unchanged", summary.unchanged)
      json.member("skipped", summary.debris + summary.noReports.count)
      json.member("facts", summary.facts)
      json.member("errors", summary.flags(.error))
      json.member("warnings", summary.flags(.warning))
      json.member("infos", summary.flags(.info))
    }
    return json.bytes
  }

  package static func line(_ status: DatasetStatus) -> [UInt8] {
    var json = JSONBytes()
    json.record("status") { json in
      json.member("accepted", status.count(.accepted))
      json.member("duplicate", status.count(.duplicate))
      json.member("failed", status.count(.failed))
      json.member("units", status.units)
      json.member("periods", status.periods)
      json.member("facts", status.facts)
      json.member("errors", status.flags(.error))
      json.member("warnings", status.flags(.warning))
      json.member("infos", status.flags(.info))
      json.member("numerals", status.numerals)
      json.member("explained", status.explained)
    }
    return json.bytes
  }
}
