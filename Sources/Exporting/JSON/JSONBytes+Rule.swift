package import Catalogue
import DocumentModel

extension JSONBytes {
  /// Writes one rule with all its columns and the place where it stands.
  package mutating func value(_ rule: Rule) {
    object { json in
      json.member("id", rule.id)
      json.member("family", rule.family)
      json.member("severity", rule.severity.rawValue)
      json.member("relation", rule.relation.rawValue)
      json.member("operands", rule.wording.operands)
      json.member("applies", rule.wording.applies)
      json.member("instruction") { $0.value(rule.instruction) }
      json.member("source", rule.source)
      json.member("file", rule.place.file)
      json.member("line", rule.place.line)
    }
  }
}
