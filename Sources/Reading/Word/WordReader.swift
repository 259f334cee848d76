/// Reads a DOCX.
///
/// Source of the element names: ECMA-376, part 1, chapter 17.
struct WordReader {
  let archive: ZipArchive
  let limits: ReadingLimits

  func read() throws(ReadingProblem) -> OfficeText {
    let main = try mainPart()
    guard let stream = try stream(main) else { throw .missingPart(main) }
    let folder = main.split(separator: "/").dropLast().joined(separator: "/")
    let relations = try relations(of: main)
    func part(_ type: String) -> String? {
      relations.first { $0.type.hasSuffix("/" + type) }.map { resolve($0.target, in: folder) }
    }
    var parser = WordParser(
      styles: try parsed(part("styles"), WordStyles(), WordStyles.init),
      numbering: try parsed(part("numbering"), WordNumbering(), WordNumbering.init))
    var text = OfficeText()
    text.blocks = try parser.document(stream)
    let references = parser.references
    let footnotes = try notes(part("footnotes"), "footnote", &parser)
    let endnotes = try notes(part("endnotes"), "endnote", &parser)
    text.notes = references.map { reference in
      (reference.isEndnote ? endnotes : footnotes)[reference.id] ?? []
    }
    for relation in relations
    where relation.type.hasSuffix("/header") || relation.type.hasSuffix("/footer") {
      if let stream = try self.stream(resolve(relation.target, in: folder)) {
        text.furniture += try parser.document(stream)
      }
    }
    return text
  }

  private func stream(_ part: String) throws(ReadingProblem) -> XMLStream? {
    guard let entry = try archive.entry(part) else { return nil }
    return try XMLStream(entry, maximumElements: limits.maximumElements)
  }

  private func parsed<Value>(
    _ part: String?, _ none: Value, _ read: (XMLStream) throws(ReadingProblem) -> Value
  ) throws(ReadingProblem) -> Value {
    guard let part, let stream = try stream(part) else { return none }
    return try read(stream)
  }

  private func notes(
    _ part: String?, _ name: String, _ parser: inout WordParser
  ) throws(ReadingProblem) -> [String: [OfficeBlock]] {
    guard let part, let stream = try stream(part) else { return [:] }
    return try parser.notes(stream, named: name)
  }

  // MARK: Parts and their relations

  private struct Relation {
    var type: String
    var target: String
  }

  private func mainPart() throws(ReadingProblem) -> String {
    let relation = try relations(at: "_rels/.rels").first { $0.type.hasSuffix("/officeDocument") }
    guard let relation else {
      guard archive.has("word/document.xml") else { throw .otherKind(.archive) }
      return "word/document.xml"
    }
    return resolve(relation.target, in: "")
  }

  private func relations(of part: String) throws(ReadingProblem) -> [Relation] {
    var parts = part.split(separator: "/").map(String.init)
    let name = parts.popLast() ?? ""
    return try relations(at: (parts + ["_rels", name + ".rels"]).joined(separator: "/"))
  }

  private func relations(at path: String) throws(ReadingProblem) -> [Relation] {
    guard let stream = try stream(path) else { return [] }
    var result: [Relation] = []
    while let event = try stream.next() {
      guard case .start(let element) = event, element.name == "Relationship",
        element["TargetMode"] != "External", let type = element["Type"],
        let target = element["Target"]
      else { continue }
      result.append(Relation(type: type, target: target))
    }
    return result
  }

  /// A relation's target as the path of a part.
  private func resolve(_ target: String, in folder: String) -> String {
    var parts: [Substring] = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for part in target.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
