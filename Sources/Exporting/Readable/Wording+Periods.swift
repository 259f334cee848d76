package import DocumentModel

extension Wording {
  /// `Quý I năm 2026`, `6 tháng đầu năm 2026`, `Năm 2026`; other spans by their days.
  package func title(_ period: Period) -> String {
    guard case .duration(let start, let end) = period else { return date(period.end) }
    let year = start.year
    guard year == end.year, start == .firstDay(year: year, month: start.month),
      end == .lastDay(year: year, month: end.month)
    else { return self.period(period) }
    switch (start.month, end.month) {
    case (1, 12): return self("Năm \(year)", "Year \(year)")
    case (1, 6): return self("6 tháng đầu năm \(year)", "First half of \(year)")
    case (7, 12): return self("6 tháng cuối năm \(year)", "Second half of \(year)")
    case (1, 9): return self("9 tháng năm \(year)", "Nine months of \(year)")
    case (let first, let last) where last == first + 2 && first % 3 == 1:
      let quarter = first / 3 + 1
      let roman = ["I", "II", "III", "IV"][quarter - 1]
      return self("Quý \(roman) năm \(year)", "Quarter \(quarter) of \(year)")
    case (let first, let last) where first == last:
      return self("Tháng \(first) năm \(year)", "Month \(first) of \(year)")
    default: return self.period(period)
    }
  }
}
