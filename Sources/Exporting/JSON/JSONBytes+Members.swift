import DocumentModel

/// Members of objects: a name and its value at once.
///
/// `orNull` writes null where there is nothing, `ifAny` leaves the member out.
extension JSONBytes {
  package mutating func member(_ name: StaticString, _ text: String) {
    self.name(name)
    string(text)
  }

  package mutating func member(_ name: StaticString, _ count: Int) {
    self.name(name)
    number(count)
  }

  mutating func member(_ name: StaticString, _ value: ExactDecimal) {
    self.name(name)
    number(value)
  }

  mutating func member(_ name: StaticString, _ flag: Bool) {
    self.name(name)
    bool(flag)
  }

  mutating func member(_ name: StaticString, _ texts: [String]) {
    self.name(name)
    strings(texts)
  }

  mutating func member(_ name: StaticString, _ texts: [String: String]) {
    self.name(name)
    strings(texts)
  }

  mutating func member(_ name: StaticString, orNull text: String?) {
    self.name(name)
    if let text { string(text) } else { null() }
  }

  mutating func member(_ name: StaticString, orNull value: ExactDecimal?) {
    self.name(name)
    if let value { number(value) } else { null() }
  }

  mutating func member(_ name: StaticString, ifAny text: String?) {
    if let text { member(name, text) }
  }

  mutating func member(_ name: StaticString, ifAny count: Int?) {
    if let count { member(name, count) }
  }

  mutating func member(_ name: StaticString, ifAny value: ExactDecimal?) {
    if let value { member(name, value) }
  }

  /// Writes a member whose value the body writes.
  mutating func member(_ name: StaticString, _ value: (inout JSONBytes) -> Void) {
    self.name(name)
    value(&self)
  }

  mutating func object(_ name: StaticString, _ body: (inout JSONBytes) -> Void) {
    self.name(name)
    object(body)
  }

  mutating func array(_ name: StaticString, _ body: (inout JSONBytes) -> Void) {
    self.name(name)
    array(body)
  }

  /// Writes a member that is an array, one body for each element.
  package mutating func list<Element>(
    _ name: StaticString, _ elements: [Element], _ body: (inout JSONBytes, Element) -> Void
  ) {
    array(name) { json in
      for element in elements { body(&json, element) }
    }
  }
}
