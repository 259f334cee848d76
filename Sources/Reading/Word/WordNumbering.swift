/// The lists of a Word document, and how far each has been counted.
struct WordNumbering: Sendable {
  private struct Level: Sendable {
    var start = 1
    var format = NumberFormat.decimal
    var text = ""
  }

  /// Levels by abstract list.
  private var abstracts: [String: [Int: Level]] = [:]
  private var abstractOf: [String: String] = [:]
  /// Numbers that a list begins with in place of its abstract list's.
  private var overrides: [String: [Int: Int]] = [:]
  private var counters: [String: ListCounter] = [:]
  private var begun: Set<String> = []

  init() {}

  /// Reads `word/numbering.xml`.
  init(_ stream: XMLStream) throws(ReadingProblem) {
    var abstract: String?
    var list: String?
    var level: Int?
    while let event = try stream.next() {
      switch event {
      case .start(let element):
        let value = element["val"] ?? ""
        switch element.name {
        case "abstractNum": abstract = element["abstractNumId"]
        case "num": list = element["numId"]
        case "abstractNumId": if let list { abstractOf[list] = value }
        case "lvl": level = element.number("ilvl")
        case "lvlOverride": level = element.number("ilvl")
        case "startOverride":
          if let list, let level { overrides[list, default: [:]][level] = Int(value) ?? 1 }
        case "start": set(abstract, level) { $0.start = Int(value) ?? 1 }
        case "numFmt": set(abstract, level) { $0.format = WordNumbering.format(value) }
        case "lvlText": set(abstract, level) { $0.text = value }
        default: break
        }
      case .end("abstractNum"): abstract = nil
      case .end("num"): list = nil
      case .end, .text: break
      }
    }
  }

  private mutating func set(_ abstract: String?, _ level: Int?, _ change: (inout Level) -> Void) {
    guard let abstract, let level else { return }
    change(&abstracts[abstract, default: [:]][level, default: Level()])
  }

  private static func format(_ name: String) -> NumberFormat {
    switch name {
    case "upperRoman": .upperRoman
    case "lowerRoman": .lowerRoman
    case "upperLetter": .upperLetter
    case "lowerLetter": .lowerLetter
    case "decimalZero": .zeroPadded
    case "bullet": .bullet
    case "none": .none
    default: .decimal
    }
  }

  /// Counts one more paragraph of a list.
  ///
  /// - Parameters:
  ///   - list: the list's `numId`; "0" takes a paragraph out of its style's list.
  ///   - level: from 0.
  /// - Returns: its number or bullet; empty for none.
  mutating func label(list: String, level: Int) -> String {
    guard list != "0", let abstract = abstractOf[list], let levels = abstracts[abstract],
      let own = levels[level]
    else { return "" }
    var counter = counters[abstract] ?? ListCounter()
    if let starts = overrides[list], begun.insert(list).inserted {
      for (level, start) in starts { counter.restart(level: level, at: start) }
    }
    let numbers = counter.next(level: level) { levels[$0]?.start ?? 1 }
    counters[abstract] = counter
    if own.format == .bullet { return NumberFormat.bullet(own.text) }
    var label = own.text
    for (position, number) in numbers.enumerated() {
      let format = levels[position]?.format ?? .decimal
      label = label.replacing("%\(position + 1)", with: format.text(number))
    }
    return label.trimmingSpaces
  }
}
