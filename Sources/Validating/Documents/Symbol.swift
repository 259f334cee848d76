/// The pieces of a document symbol: `28`, `CT`, `TW` of "28-CT/TW".
struct Symbol: Hashable {
  let number: String
  let code: String
  let suffix: String

  /// Returns nil for a symbol of another form ("1670/NQ-UBTVQH15").
  init?(_ text: String) {
    let compact = text.filter { !$0.isWhitespace }
    guard let dash = compact.firstIndex(of: "-"), let slash = compact.lastIndex(of: "/"),
      dash < slash
    else { return nil }
    number = String(compact[..<dash])
    code = String(compact[compact.index(after: dash)..<slash])
    suffix = String(compact[compact.index(after: slash)...])
    guard !number.isEmpty, number.utf8.allSatisfy({ (0x30...0x39).contains($0) }), !code.isEmpty
    else { return nil }
  }
}
