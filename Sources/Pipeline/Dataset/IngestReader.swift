import DocumentModel
import Reading
import Storing

/// The part of an ingest that runs side by side: bytes to findings, without the dataset.
struct IngestReader: Sendable {
  let processor: ReportProcessor
  /// Whether reports that are stamped as secret are taken in.
  let allowsClassified: Bool
  /// What the dataset held when the run began.
  let known: Set<DatasetSnapshot.KnownFile>
  private let knownReports: Set<String>

  init(
    processor: ReportProcessor, allowsClassified: Bool, known: Set<DatasetSnapshot.KnownFile>
  ) {
    self.processor = processor
    self.allowsClassified = allowsClassified
    self.known = known
    knownReports = Set(known.map(\.report))
  }

  /// What was read of one file; `offer` identifies the file, not its content.
  struct Reading: Sendable {
    let file: String
    let offer: String
    let sha256: String
    let content: Content
  }

  enum Content: Sendable {
    /// Path and content are in the dataset already.
    case unchanged(report: String)
    /// The content is in the dataset, the path is new.
    case repeated(report: String)
    case report(Submission, ProcessedReport)
    case failure(InputFailure)
  }

  func read(_ input: Input) -> Reading {
    do throws(InputFailure) {
      let bytes = try FileBytes.read(input)
      return read(file: input.label, bytes: bytes)
    } catch {
      return reading(input.label, sha256: hash(ofUnusable: input), .failure(error))
    }
  }

  /// What cannot be read can still be told from other bytes.
  private func hash(ofUnusable input: Input) -> String {
    guard case .unusable(_, let path?) = input.origin else { return "" }
    do throws(InputFailure) {
      let file = Input(label: input.label, origin: .file(path: path))
      return ContentHash.sha256(of: try FileBytes.read(file))
    } catch {
      return ""
    }
  }

  private func read(file: String, bytes: [UInt8]) -> Reading {
    let sha256 = ContentHash.sha256(of: bytes)
    let id = SubmissionID.content(sha256: sha256)
    if known.contains(DatasetSnapshot.KnownFile(file: file, report: id)) {
      return reading(file, sha256: sha256, .unchanged(report: id))
    }
    if knownReports.contains(id) { return reading(file, sha256: sha256, .repeated(report: id)) }
    do throws(InputFailure) {
      let report = try processor.report(file: file, bytes: bytes)
      if let secrecy = report.secrecy, !allowsClassified {
        return reading(file, sha256: sha256, .failure(IngestReader.refusal(file, secrecy)))
      }
      let submission = Submission(id: id, file: file, sha256: sha256, report: report)
      return reading(file, sha256: sha256, .report(submission, report))
    } catch {
      return reading(file, sha256: sha256, .failure(error))
    }
  }

  private static func refusal(_ file: String, _ secrecy: String) -> InputFailure {
    let stamps = [
      "secret": "MẬT", "top_secret": "TỐI MẬT", "absolutely_secret": "TUYỆT MẬT",
    ]
    let stamp = stamps[secrecy] ?? secrecy
    return InputFailure(
      file: file,
      message: Message(
        vi: "văn bản đóng dấu \(stamp), không được nạp; chỉ nạp bằng --allow-classified "
          + "trên máy được phép",
        en: "stamped \(stamp), not taken in; only --allow-classified does, on a machine that may "
          + "hold it"),
      isUnreadable: false, outcome: .refused)
  }

  private func reading(_ file: String, sha256: String, _ content: Content) -> Reading {
    Reading(
      file: file, offer: SubmissionID.offer(sha256: sha256, file: file), sha256: sha256,
      content: content)
  }
}

extension Submission {
  init(id: String, file: String, sha256: String, report: ProcessedReport) {
    let header = report.extraction.header
    let period = header.period ?? header.asOf.map { .instant($0) }
    self.init(
      id: id, file: file, sha256: sha256, entity: header.unit?.composed, period: period,
      kind: ReportKind.code(for: period), number: header.number, date: header.date,
      outcome: .accepted, numerals: report.extraction.ledger.count,
      facts: report.extraction.facts.count, flags: report.flags.count,
      coverage: report.extraction.coverage)
  }
}
