import Catalogue
import DocumentModel
import Foundation
import Normalising
import Reading

/// The document that a text is read as.
func normalised(_ text: String) throws -> Document {
  try normalised(Array(text.utf8))
}

func normalised(_ bytes: [UInt8]) throws -> Document {
  let document = try Reader().read(file: "test.txt", bytes: bytes)
  return normaliser.normalise(document)
}

let normaliser: Normaliser = {
  do { return Normaliser(catalogue: try Catalogue()) } catch { preconditionFailure("\(error)") }
}()

/// The blocks of a text, one line each, as `tonghop text` shows them; line numbers left out.
func blocks(_ text: String) throws -> String {
  describe(try normalised(text)).split(separator: "\n").map { line in
    guard line.hasPrefix("["), let end = line.firstIndex(of: "]") else { return String(line) }
    return String(line[line.index(end, offsetBy: 2)...])
  }.joined(separator: "\n")
}

/// The folder of the invented reports.
let corpus = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appending(path: "corpus/reports")
