import ArgumentParser
import DocumentModel
import Foundation
import Pipeline

/// How the program leaves: what it says last, and its exit code.
struct Departure: Error {
  static let flagsFound = Departure(code: 1)
  static let someFailed = Departure(code: 2)

  private let code: Int32
  private let text: String?
  /// Help and version are data; everything else is a message.
  private let isData: Bool

  init(code: Int32, text: String? = nil, isData: Bool = false) {
    self.code = code
    self.text = text
    self.isData = isData
  }

  /// Finds the exit for an error of any kind.
  init(_ error: any Error) {
    switch error {
    case let departure as Departure: self = departure
    case is StandardOutput.Closed: self.init(code: EXIT_SUCCESS)
    case let broken as StandardOutput.Broken:
      self.init(
        code: 74,
        text: said(
          "không ghi được ra đầu ra chuẩn: \(broken.reason)",
          "standard output cannot be written: \(broken.reason)"))
    case let failure as CatalogueFailure:
      self.init(code: 64, text: failure.message.text(in: Speech.language))
    case let failure as UnitListFailure:
      self.init(code: 64, text: failure.message.text(in: Speech.language))
    case let failure as DecisionFailure:
      self.init(code: 64, text: failure.message.text(in: Speech.language))
    case let failure as DatasetFailure:
      self.init(
        code: Departure.code(failure.kind), text: failure.message.text(in: Speech.language))
    default:
      let code = Tonghop.exitCode(for: error).rawValue
      self.init(
        code: code, text: ParserWording.translated(Tonghop.fullMessage(for: error)),
        isData: code == EXIT_SUCCESS)
    }
  }

  private static func code(_ kind: DatasetFailure.Kind) -> Int32 {
    switch kind {
    case .unusable: return 66
    case .cannotCreate: return 73
    case .cannotWrite: return 74
    case .busy: return 75
    }
  }

  /// Throws where a run's exit code is not 0.
  static func check(_ tally: RunTally, failOn severity: Severity?) throws {
    if tally.isNothingRead {
      throw Departure(
        code: 66, text: said("không đọc được báo cáo nào.", "no report could be read."))
    }
    if tally.failed > 0 { throw someFailed }
    if let severity, let worst = tally.worst, worst >= severity { throw flagsFound }
  }

  /// Says the last words and returns the exit code.
  func leave() -> Int32 {
    guard let text, !text.isEmpty else { return code }
    if isData {
      try? StandardOutput.write(text + "\n")
    } else if code == 64 && text.contains("\n") {
      FileHandle.standardError.write(Data((text + "\n").utf8))
    } else {
      Speaker.say(text)
    }
    return code
  }
}
