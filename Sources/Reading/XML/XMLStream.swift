import CLibXML2

/// Reads XML piece by piece by libxml2, so that its size costs no memory.
///
/// No network, no external entities, no entities of the document's own: a declared entity ends the
/// reading, whatever it stands for. libxml2 itself refuses more than 256 levels and texts of more
/// than 10 MB; the number of elements is bounded here.
final class XMLStream {
  private let source: any ByteSource
  private let handle: xmlTextReaderPtr
  private let maximumElements: Int
  private var elements = 0
  private var pendingEnd: String?
  private let fault = Fault()
  /// Names are interned by libxml2: one pointer, one string.
  private var names: [UnsafePointer<xmlChar>: String] = [:]

  /// - Throws: `ReadingProblem` where libxml2 cannot start.
  init(_ source: any ByteSource, maximumElements: Int) throws(ReadingProblem) {
    _ = XMLStream.isInitialised
    self.source = source
    self.maximumElements = maximumElements
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
    let read: xmlInputReadCallback = { context, buffer, length in
      guard let context, let buffer else { return -1 }
      let holder = Unmanaged<SourceHolder>.fromOpaque(context).takeUnretainedValue()
      let room = UnsafeMutableRawBufferPointer(start: buffer, count: Int(length))
      return Int32(holder.source.read(into: room))
    }
    let close: xmlInputCloseCallback = { context in
      guard let context else { return -1 }
      Unmanaged<SourceHolder>.fromOpaque(context).release()
      return 0
    }
    let holder = Unmanaged.passRetained(SourceHolder(source: source))
    guard let handle = xmlReaderForIO(read, close, holder.toOpaque(), nil, nil, Int32(options))
    else {
      throw .malformedXML(line: 1)
    }
    self.handle = handle
    // Without a handler libxml2 writes to standard error.
    xmlTextReaderSetStructuredErrorHandler(
      handle,
      { context, error in
        guard let context, let error else { return }
        let fault = Unmanaged<Fault>.fromOpaque(context).takeUnretainedValue()
        if error.pointee.code == Int32(XML_ERR_ENTITY_LOOP.rawValue) { fault.isEntityLoop = true }
      }, Unmanaged.passUnretained(fault).toOpaque())
  }

  deinit { xmlFreeTextReader(handle) }

  private final class SourceHolder {
    let source: any ByteSource
    init(source: any ByteSource) { self.source = source }
  }

  private final class Fault {
    var isEntityLoop = false
  }

  private static let isInitialised: Bool = {
    xmlInitParser()
    return true
  }()

  /// The line that is being read, from 1.
  var line: Int { Int(xmlTextReaderGetParserLineNumber(handle)) }

  /// The next start, end or text; nil at the end.
  ///
  /// - Throws: `ReadingProblem` for what is not well-formed, declares entities or is too large.
  func next() throws(ReadingProblem) -> XMLEvent? {
    if let name = pendingEnd {
      pendingEnd = nil
      return .end(name)
    }
    while true {
      switch xmlTextReaderRead(handle) {
      case 1: break
      case 0: return nil
      default:
        if let problem = source.problem { throw problem }
        throw fault.isEntityLoop ? .entitiesDeclared : .malformedXML(line: max(1, line))
      }
      switch xmlTextReaderNodeType(handle) {
      case Int32(XML_READER_TYPE_ELEMENT.rawValue): return .start(try element())
      case Int32(XML_READER_TYPE_END_ELEMENT.rawValue):
        return .end(name(xmlTextReaderConstLocalName(handle)))
      case Int32(XML_READER_TYPE_TEXT.rawValue), Int32(XML_READER_TYPE_CDATA.rawValue),
        Int32(XML_READER_TYPE_WHITESPACE.rawValue),
        Int32(XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue):
        if let text = xmlTextReaderConstValue(handle) { return .text(String(cString: text)) }
      case Int32(XML_READER_TYPE_ENTITY_REFERENCE.rawValue): throw .entitiesDeclared
      case Int32(XML_READER_TYPE_DOCUMENT_TYPE.rawValue): try checkEntities()
      default: continue
      }
    }
  }

  /// Reads on to the end of the element that has just begun.
  func skip() throws(ReadingProblem) {
    var depth = 1
    while depth > 0, let event = try next() {
      switch event {
      case .start: depth += 1
      case .end: depth -= 1
      case .text: continue
      }
    }
  }

  private func element() throws(ReadingProblem) -> XMLElement {
    elements += 1
    guard elements <= maximumElements else { throw .tooManyElements(limit: maximumElements) }
    let name = name(xmlTextReaderConstLocalName(handle))
    let isEmpty = xmlTextReaderIsEmptyElement(handle) == 1
    var element = XMLElement(
      name: name, namespace: self.name(xmlTextReaderConstNamespaceUri(handle)), attributes: [:],
      line: line)
    while xmlTextReaderMoveToNextAttribute(handle) == 1 {
      guard let value = xmlTextReaderConstValue(handle),
        xmlTextReaderIsNamespaceDecl(handle) != 1
      else { continue }
      element.attributes[self.name(xmlTextReaderConstLocalName(handle))] = String(cString: value)
    }
    if isEmpty { pendingEnd = name }
    return element
  }

  private func name(_ pointer: UnsafePointer<xmlChar>?) -> String {
    guard let pointer else { return "" }
    if let known = names[pointer] { return known }
    let name = String(cString: pointer)
    names[pointer] = name
    return name
  }

  private func checkEntities() throws(ReadingProblem) {
    guard let document = xmlTextReaderCurrentDoc(handle), let subset = document.pointee.intSubset
    else { return }
    if subset.pointee.entities != nil || subset.pointee.pentities != nil { throw .entitiesDeclared }
  }
}
