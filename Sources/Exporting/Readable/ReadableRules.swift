package import Catalogue
package import DocumentModel

/// Rules for people: what each demands, what to do where it is broken, where it comes from.
package struct ReadableRules: Sendable {
  private let language: Language

  package init(language: Language) { self.language = language }

  package func text(_ rules: [Rule]) -> String {
    let say = Wording(language)
    return rules.map { rule in
      let relation = [rule.relation.rawValue, rule.wording.operands].filter { !$0.isEmpty }
        .joined(separator: " ")
      var lines = [
        "\(rule.id)  \(say.severity(rule.severity)) \(rule.family)",
        "  \(relation)",
      ]
      if !rule.wording.applies.isEmpty {
        lines.append("  \(say("khi", "where")) \(rule.wording.applies)")
      }
      lines.append("  \(rule.instruction.text(in: language))")
      lines.append(
        "  \(say("Nguồn", "Source")): \(rule.source) (\(rule.place.file):\(rule.place.line))")
      return lines.joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }
}
