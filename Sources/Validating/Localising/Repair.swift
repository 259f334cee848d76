import DocumentModel

/// A change of one or more numerals after which every relation on them holds.
///
/// A class: the likeliest is looked for among hundreds, again and again.
final class Repair {
  struct Edit: Hashable {
    let figure: Int
    let stated: Stated
  }

  let edits: [Edit]
  /// The broken relations that it mends.
  let mends: [Int]
  /// The least common slip among its edits.
  let slip: Slip
  /// True where it changes the total of a sum rather than a part.
  let changesWhole: Bool
  /// How far its decimals are from those usual beside it.
  let roughness: Int
  /// How far the values move, relative to what was written; for ties only.
  let shift: Ratio

  /// Parameters: as the properties of the same names.
  init(
    edits: [Edit], mends: [Int], slip: Slip, changesWhole: Bool, roughness: Int, shift: Ratio
  ) {
    (self.edits, self.mends, self.slip) = (edits, mends, slip)
    (self.changesWhole, self.roughness, self.shift) = (changesWhole, roughness, shift)
  }

  struct Ratio: Comparable {
    let dividend: Exact
    let divisor: Exact

    /// Both must not be negative.
    static func < (left: Ratio, right: Ratio) -> Bool {
      left.dividend * right.divisor < right.dividend * left.divisor
    }

    static func == (left: Ratio, right: Ratio) -> Bool {
      left.dividend * right.divisor == right.dividend * left.divisor
    }
  }

  /// How many mistakes it assumes: two numerals that changed places are one.
  var changes: Int { slip == .exchange ? 1 : edits.count }

  /// Likelier first; ties go by position.
  func isLikelier(than other: Repair) -> Bool {
    if slip != other.slip { return slip < other.slip }
    if edits.count != other.edits.count { return edits.count < other.edits.count }
    if changesWhole != other.changesWhole { return other.changesWhole }
    if roughness != other.roughness { return roughness < other.roughness }
    if shift != other.shift { return shift < other.shift }
    return (edits.first?.figure ?? 0) < (other.edits.first?.figure ?? 0)
  }
}
