/// How far two names are apart, as far as it matters.
enum EditDistance {
  /// True where one letter is wrong, missing or too many, or two neighbours have changed places.
  static func isOne(_ left: [Character], _ right: [Character]) -> Bool {
    guard abs(left.count - right.count) <= 1, left != right else { return false }
    let prefix = zip(left, right).prefix { $0 == $1 }.count
    let suffix = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
    let longest = max(left.count, right.count)
    if prefix + suffix >= longest - 1 { return true }
    return left.count == right.count && prefix + suffix == longest - 2
      && left[prefix] == right[prefix + 1] && left[prefix + 1] == right[prefix]
  }
}
