package import DocumentModel

/// The findings of one report as SARIF results.
package struct SarifResults: Sendable {
  private let wording: Wording

  package init(language: Language) { wording = Wording(language) }

  /// Results separated by commas, without the array's brackets; empty where there are none.
  package func bytes(_ flags: [Flag], of document: Document, _ facts: [Fact]) -> [UInt8] {
    var json = JSONBytes()
    var fingerprints = FindingFingerprint(facts)
    for flag in flags {
      write(flag, fingerprints.next(flag), document, &json)
    }
    return json.bytes
  }

  private func write(
    _ flag: Flag, _ fingerprint: String, _ document: Document, _ json: inout JSONBytes
  ) {
    // The place to mend comes first: it's the one that viewers jump to.
    let first = flag.suggestion?.edits.first?.source ?? flag.sources.first
    json.object { json in
      json.member("ruleId", flag.rule)
      json.member("level", flag.severity == .info ? "note" : flag.severity.rawValue)
      json.name("message")
      json.text(flag.message.text(in: wording.language))
      json.array("locations") { json in
        if let first { write(location: first, document, &json) }
      }
      json.array("relatedLocations") { json in
        for source in flag.sources where source != first {
          write(location: source, document, &json)
        }
      }
      json.object("partialFingerprints") { json in
        json.name("tonghopFinding/v1")
        json.string(fingerprint)
      }
      let offers = [flag.suggestion].compactMap { $0 } + flag.alternatives
      if !offers.isEmpty {
        json.array("fixes") { json in
          for offer in offers { write(fix: offer, document, &json) }
        }
      }
      if let cause = flag.cause {
        json.object("properties") { json in
          json.member("cause", cause)
        }
      }
    }
  }

  private func write(location source: SourceSpan, _ document: Document, _ json: inout JSONBytes) {
    json.object { json in
      json.object("physicalLocation") { json in
        json.artifact(document.file)
        json.name("region")
        write(region: source, document, &json, withSnippet: true)
      }
    }
  }

  private func write(fix: Suggestion, _ document: Document, _ json: inout JSONBytes) {
    json.object { json in
      json.name("description")
      json.text(fix.reason.text(in: wording.language))
      json.array("artifactChanges") { json in
        json.object { json in
          json.artifact(document.file)
          json.array("replacements") { json in
            for edit in fix.edits {
              json.object { json in
                json.name("deletedRegion")
                write(region: edit.source, document, &json, withSnippet: false)
                json.name("insertedContent")
                json.text(edit.written)
              }
            }
          }
        }
      }
    }
  }

  /// Lines and columns from 1, columns in Unicode code points, the end column exclusive.
  private func write(
    region source: SourceSpan, _ document: Document, _ json: inout JSONBytes, withSnippet: Bool
  ) {
    let end = document.lineNumber(at: max(source.start, source.end - 1))
    json.object { json in
      json.member("startLine", source.line)
      json.member("startColumn", column(source.start, on: source.line, document))
      json.member("endLine", end)
      json.member("endColumn", column(source.end, on: end, document))
      json.member("byteOffset", source.start)
      json.member("byteLength", source.end - source.start)
      if withSnippet {
        json.name("snippet")
        json.text(source.text)
      }
    }
  }

  private func column(_ offset: Int, on line: Int, _ document: Document) -> Int {
    guard document.lines.indices.contains(line - 1) else { return 1 }
    let start = document.lines[line - 1].range.lowerBound
    guard start <= offset, offset <= document.bytes.count else { return 1 }
    // Continuation bytes begin with the bits 10.
    return 1 + document.bytes[start..<offset].count { $0 & 0xC0 != 0x80 }
  }
}

extension Suggestion.Edit {
  /// What to write in place of the numeral.
  fileprivate var written: String {
    switch value {
    case .number(let number): return NumeralStyle(like: source.text).text(number)
    case .text(let text): return text
    }
  }
}

extension JSONBytes {
  /// Writes `{"text": …}`.
  mutating func text(_ text: String) {
    object { json in
      json.member("text", text)
    }
  }

  fileprivate mutating func artifact(_ file: String) {
    name("artifactLocation")
    object { json in
      json.member("uri", JSONBytes.uri(file))
    }
  }

  /// A path as a URI reference: what isn't unreserved is percent-encoded, slashes are kept.
  private static func uri(_ path: String) -> String {
    var result = ""
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }
}
