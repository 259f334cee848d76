package import Catalogue
package import DocumentModel

/// What stands around the results of a run: a SARIF log of one run, written piece by piece.
package struct SarifLog: Sendable {
  private let language: Language
  private let rules: [Rule]

  package init(language: Language, rules: [Rule]) {
    self.language = language
    self.rules = rules
  }

  package static let separator = Array(",\n".utf8)
  package static let closing = Array("\n]}]}\n".utf8)

  /// Everything up to the first result.
  package var opening: [UInt8] {
    var json = JSONBytes()
    json.object { json in
      json.member("name", "tonghop")
      json.array("rules") { json in
        for family in families { write(family, &json) }
      }
    }
    let head =
      "{\"$schema\":\"https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/"
      + "sarif-schema-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":"
    let tail = "},\"columnKind\":\"unicodeCodePoints\",\"results\":[\n"
    return Array(head.utf8) + json.bytes + Array(tail.utf8)
  }

  private var families: [String] {
    var seen: Set<String> = []
    return rules.map(\.family).filter { seen.insert($0).inserted }
  }

  private func write(_ family: String, _ json: inout JSONBytes) {
    let members = rules.filter { $0.family == family }
    var seen: Set<String> = []
    let advice = members.map { $0.instruction.text(in: language) }
      .filter { seen.insert($0).inserted }
    let worst = members.map(\.severity).max() ?? .info
    json.object { json in
      json.member("id", family)
      json.name("shortDescription")
      json.text(advice.first ?? family)
      json.name("fullDescription")
      json.text(advice.joined(separator: " "))
      json.object("defaultConfiguration") { json in
        json.member("level", worst == .info ? "note" : worst.rawValue)
      }
    }
  }
}
