import CLibXML2

/// Checks a unit report against its RELAX NG schema by libxml2.
enum SchemaValidator {
  /// The first thing that the schema doesn't allow in XML that is well-formed and declares no
  /// entities; nil where it allows all.
  static func problem(in bytes: [UInt8]) -> ReadingProblem? {
    let findings = Findings()
    let options = Int32(
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
    let document = bytes.withUnsafeBytes {
      xmlReadMemory(
        $0.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), nil, nil, options)
    }
    guard let document else { return .malformedXML(line: 1) }
    defer { xmlFreeDoc(document) }
    let schema = Array(UnitReportSchema.text.utf8)
    let parser = schema.withUnsafeBytes {
      xmlRelaxNGNewMemParserCtxt(
        $0.bindMemory(to: CChar.self).baseAddress, Int32(schema.count))
    }
    defer { xmlRelaxNGFreeParserCtxt(parser) }
    // The parser keeps a pointer to the schema's text until it has parsed it.
    return schema.withUnsafeBytes { _ in
      guard let grammar = xmlRelaxNGParse(parser) else { return .malformedXML(line: 1) }
      defer { xmlRelaxNGFree(grammar) }
      let context = xmlRelaxNGNewValidCtxt(grammar)
      defer { xmlRelaxNGFreeValidCtxt(context) }
      let collect: xmlStructuredErrorFunc = { holder, error in
        guard let holder, let error else { return }
        Unmanaged<Findings>.fromOpaque(holder).takeUnretainedValue().add(error.pointee)
      }
      xmlRelaxNGSetValidStructuredErrors(
        context, collect, Unmanaged.passUnretained(findings).toOpaque())
      guard xmlRelaxNGValidateDoc(context, document) != 0 else { return nil }
      return findings.worst ?? .invalidReport(line: 1, element: "report", reason: "")
    }
  }

  private final class Findings {
    private var all: [(line: Int, element: String, reason: String)] = []

    func add(_ error: xmlError) {
      var element = ""
      if let node = error.node {
        let name = node.assumingMemoryBound(to: xmlNode.self).pointee.name
        element = name.map { String(cString: $0) } ?? ""
      }
      let reason = error.message.map { String(cString: $0) } ?? ""
      all.append((Int(error.line), element, reason.trimmingSpaces))
    }

    /// The first finding; those that follow are what it brings about.
    var worst: ReadingProblem? {
      all.first.map { .invalidReport(line: $0.line, element: $0.element, reason: $0.reason) }
    }
  }
}
