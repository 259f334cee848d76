import Catalogue
import DocumentModel

/// Finds official codes for units where a department has given no list of its own.
struct OfficialUnits {
  private let entries: [String: [UnitRegister.Entry]]
  private let provinces: [String: [UnitRegister.Entry]]
  private let byCode: [String: [UnitRegister.Entry]]

  init(_ register: UnitRegister) {
    var entries: [String: [UnitRegister.Entry]] = [:]
    var provinces: [String: [UnitRegister.Entry]] = [:]
    var byCode: [String: [UnitRegister.Entry]] = [:]
    for entry in register.entries {
      let name = entry.key
      entries[name.joined, default: []].append(entry)
      if entry.parent.isEmpty { provinces[name.joined, default: []].append(entry) }
      byCode[entry.code, default: []].append(entry)
    }
    self.entries = entries
    self.provinces = provinces
    self.byCode = byCode
  }

  /// The code of the one unit that bears this name on a day; nil where there are several, and the
  /// unit above doesn't tell which.
  func code(_ text: String, under parent: String?, on day: CalendarDate?) -> String? {
    guard let day else { return nil }
    let stated = UnitName(text)
    guard !stated.kind.isEmpty else { return nil }
    let found = (entries[stated.joined] ?? []).filter {
      $0.isValid(on: day) && $0.key.kind == stated.kind
    }
    guard let parent else { return found.count == 1 ? found[0].code : nil }
    let above = Set(
      (provinces[UnitName(parent).joined] ?? []).filter { $0.isValid(on: day) }.map(\.code))
    // A unit above that no register knows: the namesake below is another unit.
    let within = found.filter { above.contains(province(of: $0, on: day)) || $0.parent.isEmpty }
    return within.count == 1 ? within[0].code : nil
  }

  private func province(of entry: UnitRegister.Entry, on day: CalendarDate) -> String {
    var code = entry.parent
    while let above = byCode[code]?.first(where: { $0.isValid(on: day) }), !above.parent.isEmpty {
      code = above.parent
    }
    return code
  }
}
