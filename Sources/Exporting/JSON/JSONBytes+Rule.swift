package import Catalogue
import DocumentModel

extension JSONBytes {
  /// Writes one rule with all its columns and the place where it stands.
  package mutating func value(_ rule: Rule) {
    object { json in
      json.name("id")
      json.string(rule.id)
      json.name("family")
      json.string(rule.family)
      json.name("severity")
      json.string(rule.severity.rawValue)
      json.name("relation")
      json.string(rule.relation.rawValue)
      json.name("operands")
      json.string(rule.wording.operands)
      json.name("applies")
      json.string(rule.wording.applies)
      json.name("instruction")
      json.value(rule.instruction)
      json.name("source")
      json.string(rule.source)
      json.name("file")
      json.string(rule.place.file)
      json.name("line")
      json.number(rule.place.line)
    }
  }
}
