/// What the styles of an OpenDocument text give to paragraphs, runs and lists.
struct OpenDocumentStyles: Sendable {
  struct Style: Sendable {
    var parent: String?
    var list: String?
    var font: String?
    var isRaised = false
    var isHidden = false
  }

  struct Level: Sendable {
    var format = NumberFormat.none
    var prefix = ""
    var suffix = ""
    var bullet = ""
    /// How many levels are written: 2 for "1.1".
    var shown = 1
    var start = 1
  }

  /// By family and name.
  private var styles: [String: Style] = [:]
  /// Levels from 0, by list style; the outline's under an empty name.
  private(set) var lists: [String: [Int: Level]] = [:]
  private var fonts: [String: String] = [:]
  private var style: String?
  private var list: String?
  private var level: Int?

  init() {}

  /// Takes in an element of a part that holds styles.
  ///
  /// - Returns: true where it was one that only styles have.
  mutating func start(_ element: XMLElement) -> Bool {
    switch element.name {
    case "font-face":
      if let name = element["name"] {
        fonts[name] = element["font-family"]?.replacing("'", with: "")
      }
    case "style":
      let key = (element["family"] ?? "") + " " + (element["name"] ?? "")
      style = key
      styles[key] = Style(parent: element["parent-style-name"], list: element["list-style-name"])
    case "text-properties":
      guard let style else { return true }
      styles[style]?.font = element["font-name"].map { fonts[$0] ?? $0 } ?? element["font-family"]
      styles[style]?.isRaised = element["text-position"].map(OpenDocumentStyles.isRaised) ?? false
      styles[style]?.isHidden = element["display"] == "none"
    case "list-style":
      list = element["name"]
      if let list { lists[list] = [:] }
    case "outline-style":
      list = ""
      lists[""] = [:]
    case "list-level-style-number", "outline-level-style", "list-level-style-bullet",
      "list-level-style-image":
      guard let list, let number = element.number("level") else { return true }
      level = number
      lists[list]?[number - 1] = OpenDocumentStyles.level(element)
    default: return false
    }
    return true
  }

  mutating func end(_ name: String) {
    switch name {
    case "style": style = nil
    case "list-style", "outline-style": list = nil
    default: break
    }
  }

  private static func isRaised(_ position: String) -> Bool {
    let first = position.split(separator: " ").first ?? ""
    if first == "super" { return true }
    return first.hasSuffix("%") && !first.hasPrefix("-") && first != "0%"
  }

  private static func level(_ element: XMLElement) -> Level {
    var level = Level()
    level.prefix = element["num-prefix"] ?? ""
    level.suffix = element["num-suffix"] ?? ""
    level.shown = max(1, element.number("display-levels") ?? 1)
    level.start = element.number("start-value") ?? 1
    if element.name == "list-level-style-bullet" || element.name == "list-level-style-image" {
      level.format = .bullet
      level.bullet = element["bullet-char"] ?? "•"
      return level
    }
    switch element["num-format"] ?? "" {
    case "1": level.format = .decimal
    case "I": level.format = .upperRoman
    case "i": level.format = .lowerRoman
    case "A": level.format = .upperLetter
    case "a": level.format = .lowerLetter
    default: level.format = .none
    }
    return level
  }

  // MARK: What they give

  func text(_ name: String?) -> Style? { name.flatMap { styles["text " + $0] } }

  /// The first thing that a paragraph's style or those that it is based on give.
  func paragraph<Value>(_ name: String?, _ value: (Style) -> Value?) -> Value? {
    var next = name
    var seen = 0
    while let name = next, let style = styles["paragraph " + name], seen < 20 {
      if let value = value(style) { return value }
      next = style.parent
      seen += 1
    }
    return nil
  }

  /// A number as its list writes it.
  ///
  /// - Parameters:
  ///   - list: a list style's name; empty for the outline of headings.
  ///   - numbers: those of all levels down to the item's.
  /// - Returns: the number with its signs, or the bullet; empty for none.
  func label(list: String, numbers: [Int]) -> String {
    guard let levels = lists[list], let own = levels[numbers.count - 1] else { return "" }
    switch own.format {
    case .none: return ""
    case .bullet: return NumberFormat.bullet(own.bullet)
    default: break
    }
    let shown = numbers.indices.suffix(own.shown).compactMap { position -> String? in
      let text = (levels[position] ?? own).format.text(numbers[position])
      return text.isEmpty ? nil : text
    }
    return (own.prefix + shown.joined(separator: ".") + own.suffix).trimmingSpaces
  }
}
