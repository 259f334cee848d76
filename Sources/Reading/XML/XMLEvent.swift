/// What an XML stream meets next.
enum XMLEvent: Sendable {
  case start(XMLElement)
  /// With the element's local name.
  case end(String)
  case text(String)
}

/// An element's start: its name and attributes without their prefixes.
struct XMLElement: Sendable {
  var name: String
  /// The namespace's address; empty where there is none.
  var namespace: String
  /// By local name.
  var attributes: [String: String]
  /// From 1.
  var line: Int

  subscript(_ attribute: String) -> String? { attributes[attribute] }

  func number(_ attribute: String) -> Int? { attributes[attribute].flatMap { Int($0) } }
}
