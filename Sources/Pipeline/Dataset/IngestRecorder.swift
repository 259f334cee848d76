import DocumentModel
import Storing

/// The part of an ingest that runs one after another: findings into the dataset.
struct IngestRecorder {
  let dataset: Dataset

  func record(_ reading: IngestReader.Reading) throws -> IngestedFile {
    switch reading.content {
    case .unchanged(let report): return try ingested(reading, report: report, isNew: false)
    case .repeated(let report):
      let known = Submission(
        id: report, file: reading.file, sha256: reading.sha256, outcome: .accepted)
      try dataset.record(known, offer: reading.offer, extraction: nil, flags: [])
      return try ingested(reading, report: report, isNew: true)
    case .report(let submission, let report):
      do {
        try dataset.record(
          submission, offer: reading.offer, evidence: report.evidence,
          extraction: report.extraction, flags: report.flags,
          quotes: Quotation.quotes(of: report.extraction.facts, in: report.document))
      } catch .rejected(_, let reason) {
        return try record(IngestRecorder.rejection(reading.file, reason), reading)
      }
      return try ingested(reading, report: submission.id, isNew: true)
    case .failure(let failure): return try record(failure, reading)
    }
  }

  private func record(
    _ failure: InputFailure, _ reading: IngestReader.Reading
  ) throws -> IngestedFile {
    var failure = failure
    failure.file = reading.file
    let isNew = try dataset.record(failure, id: reading.offer, sha256: reading.sha256)
    let submission = Submission(
      id: reading.offer, file: reading.file, sha256: reading.sha256, outcome: failure.outcome,
      reason: failure.message)
    return IngestedFile(
      submission: submission, content: nil, isNew: isNew, isUnreadable: failure.isUnreadable,
      flags: [:])
  }

  /// The submission as the dataset now tells it.
  private func ingested(
    _ reading: IngestReader.Reading, report: String, isNew: Bool
  ) throws -> IngestedFile {
    try dataset.read { snapshot in
      let submission = try snapshot.submission(file: reading.file, report: report)
      return IngestedFile(
        submission: submission
          ?? Submission(
            id: report, file: reading.file, sha256: reading.sha256, outcome: .undecided),
        content: report, isNew: isNew, isUnreadable: false,
        flags: try snapshot.flagCounts(report: report))
    }
  }

  private static func rejection(_ file: String, _ reason: String) -> InputFailure {
    InputFailure(
      file: file,
      message: Message(
        vi: "lỗi của chương trình, kết quả đọc không hợp lệ (\(reason)); hãy báo lỗi kèm tệp này",
        en: "a fault of the program: its findings are not valid (\(reason)); report it with this "
          + "file."),
      isUnreadable: false)
  }
}
