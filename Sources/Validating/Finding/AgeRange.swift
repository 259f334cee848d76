/// A member of the dimension `age`: `35-50`, `51+`, `-34`; ends included.
struct AgeRange {
  /// Nobody younger is admitted to the Party.
  static let youngest = 18

  let low: Int?
  let high: Int?

  init?(_ member: String) {
    if member.hasSuffix("+") {
      guard let low = Int(member.dropLast()) else { return nil }
      (self.low, high) = (low, nil)
      return
    }
    guard let dash = member.firstIndex(of: "-") else { return nil }
    let left = member[..<dash]
    let right = member[member.index(after: dash)...]
    guard left.isEmpty || Int(left) != nil, let high = Int(right) else { return nil }
    (low, self.high) = (Int(left), high)
  }

  func overlaps(_ other: AgeRange) -> Bool {
    if let high, let low = other.low, high < low { return false }
    if let high = other.high, let low, high < low { return false }
    return true
  }

  /// True where the ranges follow one another without a gap from the youngest age to the oldest.
  static func cover(_ members: [String]) -> Bool {
    let ranges = members.compactMap { AgeRange($0) }.sorted { ($0.low ?? 0) < ($1.low ?? 0) }
    guard ranges.count == members.count, let first = ranges.first, let last = ranges.last,
      (first.low ?? 0) <= youngest, last.high == nil
    else { return false }
    return zip(ranges, ranges.dropFirst()).allSatisfy { left, right in
      guard let high = left.high, let low = right.low else { return false }
      return low == high + 1
    }
  }
}
