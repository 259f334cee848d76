import DocumentModel

/// Median of some numbers and the median of their distances from it (MAD), doubled twice so that
/// both stay exact whatever the count.
struct Spread {
  /// Twice the median.
  private let middle2: Exact
  /// Four times the MAD.
  private let mad4: Exact

  /// Returns nil for fewer numbers than `least`.
  init?(_ numbers: [Exact], least: Int) {
    guard numbers.count >= max(least, 1) else { return nil }
    let middle2 = Spread.twiceMedian(numbers)
    self.middle2 = middle2
    mad4 = Spread.twiceMedian(
      numbers.map { number in
        let gap = number + number - middle2
        return gap < .zero ? -gap : gap
      })
  }

  /// The median, where it has few enough digits.
  var middle: ExactDecimal? { (middle2 * Exact(5, scale: 1)).decimal }

  /// True beyond a robust z-score of 3.5.
  ///
  /// Where more than half of the numbers are alike the MAD is zero and every change would be far: there
  /// only what is more than twice, or less than half, and at least ten away is.
  func isFar(_ number: Exact) -> Bool {
    let difference = number + number - middle2
    let gap2 = difference < .zero ? -difference : difference
    guard .zero < mad4 else {
      let (low, high) =
        number + number < middle2 ? (number + number, middle2) : (middle2, number + number)
      return Exact(20) <= gap2 && low + low < high
    }
    // 0.6745 × gap / MAD > 3.5, both sides times 40,000.
    return gap2 * Exact(13_490) > mad4 * Exact(35_000)
  }

  private static func twiceMedian(_ numbers: [Exact]) -> Exact {
    let sorted = numbers.sorted()
    let half = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[half] + sorted[half] : sorted[half - 1] + sorted[half]
  }
}
