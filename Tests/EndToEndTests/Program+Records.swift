import Foundation
import Testing

extension Program.Result {
  /// The objects that were written one a line (`--format ndjson`), in order.
  func records() throws -> [[String: Any]] {
    try lines.map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }

  /// What became of each file of an `ingest`, and the Vietnamese reason ("" where there is none).
  func submissions() throws -> [String: (outcome: String, reason: String)] {
    var result: [String: (outcome: String, reason: String)] = [:]
    for record in try records() {
      guard let file = record["file"] as? String, let outcome = record["outcome"] as? String
      else { continue }
      result[file] = (outcome, (record["reason"] as? [String: Any])?["vi"] as? String ?? "")
    }
    return result
  }
}

extension [String: Any] {
  /// Checks that a record's source names the bytes that it has the text of.
  ///
  /// - Returns: the source, for what else there is to check of it.
  @discardableResult
  func expectSource(in bytes: [UInt8]) throws -> [String: Any] {
    let source = try #require(self["source"] as? [String: Any])
    let start = try #require(source["start"] as? Int)
    let end = try #require(source["end"] as? Int)
    #expect(source["text"] as? String == String(decoding: bytes[start..<end], as: UTF8.self))
    return source
  }
}
