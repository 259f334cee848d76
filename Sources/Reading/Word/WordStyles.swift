/// What the styles of a Word document give to paragraphs and runs.
struct WordStyles: Sendable {
  private struct Style: Sendable {
    var name = ""
    var basedOn: String?
    var font: String?
    var list: (id: String?, level: Int?) = (nil, nil)
    var isHidden = false
  }

  private var styles: [String: Style] = [:]
  private var defaultFont: String?
  private var defaultParagraph: String?

  init() {}

  /// Reads `word/styles.xml`.
  init(_ stream: XMLStream) throws(ReadingProblem) {
    var id: String?
    var isDefaults = false
    while let event = try stream.next() {
      switch event {
      case .start(let element):
        switch element.name {
        case "docDefaults": isDefaults = true
        case "style":
          id = element["styleId"]
          if let id { styles[id] = Style() }
          if element["type"] == "paragraph", element["default"] == "1" { defaultParagraph = id }
        case "rFonts":
          let font = element["ascii"] ?? element["hAnsi"]
          if isDefaults { defaultFont = font } else { set(id) { $0.font = font } }
        case "name": set(id) { $0.name = element["val"]?.lowercased() ?? "" }
        case "basedOn": set(id) { $0.basedOn = element["val"] }
        case "numId": set(id) { $0.list.id = element["val"] }
        case "ilvl": set(id) { $0.list.level = element.number("val") }
        case "vanish": set(id) { $0.isHidden = element.isOn }
        default: break
        }
      case .end("docDefaults"): isDefaults = false
      case .end("style"): id = nil
      case .end, .text: break
      }
    }
  }

  private mutating func set(_ id: String?, _ change: (inout Style) -> Void) {
    if let id { change(&styles[id, default: Style()]) }
  }

  /// The style and those that it is based on, nearest first.
  private func chain(_ id: String?) -> [Style] {
    var result: [Style] = []
    var next = id ?? defaultParagraph
    while let id = next, let style = styles[id], result.count < 20 {
      result.append(style)
      next = style.basedOn
    }
    return result
  }

  func font(_ id: String?) -> String? {
    chain(id).lazy.compactMap(\.font).first ?? defaultFont
  }

  func runFont(_ id: String) -> String? { chain(id).lazy.compactMap(\.font).first }

  func list(_ id: String?) -> (id: String?, level: Int?) {
    let chain = chain(id)
    return (chain.lazy.compactMap(\.list.id).first, chain.lazy.compactMap(\.list.level).first)
  }

  func isHidden(_ id: String?) -> Bool { chain(id).first?.isHidden ?? false }

  /// True for lines of a table of contents.
  func isContents(_ id: String?) -> Bool {
    guard let id, let name = styles[id]?.name else { return false }
    return name.hasPrefix("toc ")
  }
}

extension XMLElement {
  /// A property that is on unless its value says otherwise.
  var isOn: Bool { !["0", "false", "off", "none"].contains(self["val"] ?? "1") }
}
