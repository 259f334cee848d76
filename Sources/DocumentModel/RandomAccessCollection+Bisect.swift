extension RandomAccessCollection where Index == Int {
  /// The first place from which on all elements meet a condition, found in logarithmic time.
  ///
  /// - Parameter condition: once an element meets it, all behind do; else the place is arbitrary.
  /// - Returns: an index, or `endIndex` where no element meets it.
  @inlinable package func bisect(_ condition: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
