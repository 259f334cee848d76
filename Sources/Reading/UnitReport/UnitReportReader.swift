import DocumentModel

/// Reads the product's own unit report XML: a report whose figures come with their codes.
///
/// The text as read is a report in words, so that a person can read it and every figure has a
/// place; the codes go beside it.
struct UnitReportReader: Sendable {
  static let namespace = "urn:tonghop:unit-report:1"
  let limits: ReadingLimits

  private struct Writer {
    var bytes: [UInt8] = []
    var header = ReportHeader()
    var figures: [StatedFigure] = []
    var depth = 0

    mutating func line(_ text: String) { bytes += Array((text + "\n").utf8) }
  }

  func read(_ bytes: [UInt8]) throws(ReadingProblem) -> ReadText {
    // First well-formed, bounded and without entities, then by the schema.
    let check = try XMLStream(MemorySource(bytes), maximumElements: limits.maximumElements)
    while try check.next() != nil {}
    if let problem = SchemaValidator.problem(in: bytes) { throw problem }
    var writer = Writer()
    let stream = try XMLStream(MemorySource(bytes), maximumElements: limits.maximumElements)
    var texts: [String: String] = [:]
    var isOpen = false
    while let event = try stream.next() {
      guard case .start(let element) = event else { continue }
      switch element.name {
      case "unit", "parent", "number", "date", "title", "as-of":
        texts[element.name] = try text(stream, until: element.name)
      case "period": writer.header.period = UnitReportReader.period(element)
      case "section":
        if !isOpen { open(&writer, texts) }
        isOpen = true
        try section(element, stream, &writer)
      default: continue
      }
    }
    var result = ReadText(bytes: writer.bytes)
    result.stated = StatedReport(header: writer.header, figures: writer.figures)
    return result
  }

  // MARK: Parts

  private func open(_ writer: inout Writer, _ texts: [String: String]) {
    writer.header.unit = texts["unit"]
    writer.header.parent = texts["parent"]
    writer.header.number = texts["number"]
    writer.header.date = texts["date"].flatMap { CalendarDate(iso: $0) }
    writer.header.title = texts["title"]
    writer.header.asOf =
      texts["as-of"].flatMap { CalendarDate(iso: $0) } ?? writer.header.period?.end
    for name in ["parent", "unit"] {
      if let text = texts[name] { writer.line(text.uppercased()) }
    }
    if let number = texts["number"] { writer.line("Số " + number) }
    if let date = writer.header.date {
      writer.line("ngày \(date.day) tháng \(date.month) năm \(date.year)")
    }
    writer.line("\nBÁO CÁO")
    if let title = texts["title"] { writer.line(title) }
    if let day = writer.header.asOf {
      writer.line("(số liệu tính đến \(day.day)/\(day.month)/\(day.year))")
    }
  }

  private func section(
    _ element: XMLElement, _ stream: XMLStream, _ writer: inout Writer
  ) throws(ReadingProblem) {
    writer.line("\n" + (element["heading"] ?? ""))
    while let event = try stream.next() {
      guard case .start(let child) = event else {
        if case .end("section") = event { return }
        continue
      }
      switch child.name {
      case "section": try section(child, stream, &writer)
      case "paragraph": writer.line(try text(stream, until: "paragraph"))
      case "figure": try figure(child, stream, &writer)
      default: continue
      }
    }
  }

  private func figure(
    _ element: XMLElement, _ stream: XMLStream, _ writer: inout Writer
  ) throws(ReadingProblem) {
    var dimensions: [String: String] = [:]
    reading: while let event = try stream.next() {
      switch event {
      case .start(let child):
        if let code = child["code"], let member = child["member"] { dimensions[code] = member }
      case .end("figure"): break reading
      default: continue
      }
    }
    let stated = (element["value"] ?? "").trimmingSpaces
    guard let value = ExactDecimal(stated) else {
      throw .invalidReport(line: element.line, element: "figure", reason: "value=\"\(stated)\"")
    }
    let unit = element["unit"] ?? ""
    writer.bytes += Array("- \(element["label"] ?? ""): ".utf8)
    let start = writer.bytes.count
    writer.bytes += Array(VietnameseNumber.text(stated).utf8)
    let range = start..<writer.bytes.count
    writer.line((unit == "percent" ? "%" : "") + ".")
    let parts = stated.split(separator: ".", omittingEmptySubsequences: false)
    writer.figures.append(
      StatedFigure(
        range: range, line: element.line, element: "figure", concept: element["concept"] ?? "",
        value: value, decimals: parts.count > 1 ? parts[1].count : 0, unit: unit,
        qualifier: element["qualifier"].flatMap(Fact.Qualifier.init) ?? .exact,
        nature: element["nature"].flatMap(Fact.Nature.init) ?? .actual,
        statistic: element["statistic"].flatMap(Fact.Statistic.init) ?? .total,
        entity: element["entity"], period: UnitReportReader.period(element),
        dimensions: dimensions))
  }

  private static func period(_ element: XMLElement) -> Period? {
    if let day = element["instant"].flatMap({ CalendarDate(iso: $0) }) { return .instant(day) }
    guard let start = element["start"].flatMap({ CalendarDate(iso: $0) }),
      let end = element["end"].flatMap({ CalendarDate(iso: $0) })
    else { return nil }
    return .duration(start: start, end: end)
  }

  /// An element's text on one line.
  private func text(_ stream: XMLStream, until name: String) throws(ReadingProblem) -> String {
    var text = ""
    while let event = try stream.next() {
      if case .text(let piece) = event { text += piece }
      if case .end(name) = event { break }
    }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// Numbers as reports write them: "1.286", "44,1".
enum VietnameseNumber {
  /// Digits with an optional sign and an optional point, as a report writes them.
  static func text(_ decimal: String) -> String {
    let isNegative = decimal.hasPrefix("-")
    let parts = decimal.drop { $0 == "-" || $0 == "+" }
      .split(separator: ".", omittingEmptySubsequences: false)
    var whole = ""
    for (index, digit) in (parts.first ?? "").reversed().enumerated() {
      if index > 0, index % 3 == 0 { whole.append(".") }
      whole.append(digit)
    }
    let fraction = parts.count > 1 && !parts[1].isEmpty ? "," + parts[1] : ""
    return (isNegative ? "-" : "") + String(whole.reversed()) + fraction
  }
}
