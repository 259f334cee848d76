import Catalogue
import DocumentModel
import Foundation

@testable import Validating

/// The reports with gold files, from the repository and from folders named in the environment.
enum Corpus {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func golds() -> [URL] {
    let more = ProcessInfo.processInfo.environment["TONGHOP_GOLD"] ?? ""
    var folders = more.split(separator: ":").map { URL(filePath: String($0)) }
    let reports = root.appending(path: "corpus/reports")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: reports.path)) ?? []
    folders += names.sorted().map { reports.appending(path: $0) }
    return folders.flatMap { folder -> [URL] in
      let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      return files.filter { $0.hasSuffix(".gold.json") }.sorted().map { folder.appending(path: $0) }
    }
  }

  static func read(_ gold: URL) throws -> (gold: GoldFile, extraction: Extraction) {
    let file = try JSONDecoder().decode(GoldFile.self, from: Data(contentsOf: gold))
    let text = gold.deletingLastPathComponent().appending(path: file.file)
    let reader = GoldReader(text: String(decoding: try Data(contentsOf: text), as: UTF8.self))
    return (file, reader.extraction(file))
  }

  static func flags(_ extraction: Extraction, _ file: String) throws -> [Flag] {
    Validator(catalogue: try Catalogue()).flags(for: extraction, file: file, sha256: file)
  }
}
