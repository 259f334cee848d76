import Testing

@Suite("How a number is written")
struct NumeralTests {
  @Test("a point groups thousands")
  func grouped() { expect("Toàn Đảng bộ có 1.205 đảng viên.", "members 1205") }

  @Test("thousands without a point")
  func plain() { expect("Toàn Đảng bộ có 1205 đảng viên.", "members 1205") }

  @Test("a space groups thousands")
  func spaced() { expect("Toàn Đảng bộ có 1 205 đảng viên.", "members 1205") }

  @Test("millions in groups")
  func millions() { expect("Dân số toàn tỉnh là 1.204.300 người.", "population 1204300", in: .province) }

  @Test("a comma is the decimal sign")
  func comma() { expect("Đảng viên nữ chiếm 44,1%.", "members 44.1 percent sex=female") }

  @Test("a point for a comma, by a slip of the keyboard")
  func pointForComma() { expect("Đảng viên nữ chiếm 44.1%.", "members 44.1 percent sex=female") }

  @Test("decimals are those written, a final nought too")
  func decimals() {
    expect("Đảng viên nữ chiếm 5,0%.", "members 5 decimals=1 percent sex=female")
  }

  @Test("a nought in front")
  func leadingNought() { expect("Trong quý đã kết nạp 02 đảng viên.", "admissions 2") }

  @Test("a space before the percent sign")
  func spacedPercent() { expect("Đảng viên nữ chiếm 44,1 %.", "members 44.1 percent sex=female") }

  @Test("phần trăm in words")
  func percentInWords() {
    expect("Đảng viên nữ chiếm 44,1 phần trăm.", "members 44.1 percent sex=female")
  }

  @Test("a range with one percent sign behind it")
  func rangeOfShares() {
    expect(
      "Phấn đấu hằng năm kết nạp 3 - 4% tổng số đảng viên.",
      "admissions 3..4 percent @2026-04-01..2026-12-31 target per=year of(members)")
  }

  @Test("a range set close")
  func closeRange() {
    expect("Phấn đấu năm 2026 kết nạp 15-20 đảng viên.", "admissions 15..20 @2026 target")
  }

  @Test("từ … đến")
  func fromTo() {
    expect("Phấn đấu năm 2026 kết nạp từ 15 đến 20 đảng viên.", "admissions 15..20 @2026 target")
  }

  @Test("a scale word: the text is the numeral, the value is all of it")
  func scaleWord() { expect("Toàn tỉnh có 6 nghìn đảng viên.", "members 6000", in: .province) }

  @Test("decimals with a scale word")
  func decimalScale() { expect("Toàn tỉnh có 61,5 nghìn đảng viên.", "members 61500", in: .province) }

  @Test("vạn is ten thousand")
  func tenThousand() { expect("Toàn tỉnh có 6 vạn đảng viên.", "members 60000", in: .province) }

  @Test(
    "number words",
    arguments: [
      ("ba", 3), ("mười", 10), ("mười lăm", 15), ("hai mươi", 20), ("hai mươi tư", 24),
      ("hai mươi mốt", 21), ("ba mươi lăm", 35), ("một trăm", 100), ("một trăm linh hai", 102),
      ("hai trăm lẻ năm", 205), ("một trăm hai mươi", 120),
    ])
  func words(word: String, value: Int) {
    expect("Trong quý đã kết nạp \(word) đảng viên.", "admissions \(value)")
  }

  @Test("a number word at the head of a sentence")
  func wordFirst() {
    expect("Ba đồng chí được kết nạp vào Đảng trong quý I.", "admissions 3")
  }

  @Test("a figure with its word in brackets is one figure")
  func wordInBrackets() {
    expect("Trong quý đã kết nạp 03 (ba) đảng viên.", "admissions 3")
  }

  @Test("OCR reads l for 1")
  func letterForOne() { expect("Trong quý đã kết nạp l2 đảng viên.", "admissions 12") }

  @Test("OCR reads O for 0")
  func letterForNought() { expect("Toàn tỉnh có 6.79O đảng viên.", "members 6790", in: .province) }

  @Test("một số, một bộ phận, một vài count nothing")
  func vagueOnes() {
    expectNoFacts("Một số chi bộ và một bộ phận đảng viên, một vài cấp ủy còn lúng túng.")
  }

  @Test("năm the year is not five")
  func yearNotFive() { expect("Năm nay, trong năm đã kết nạp 4 đảng viên.", "admissions 4 @2026") }

  @Test("năm the five")
  func five() { expect("Trong quý đã kết nạp năm đảng viên nữ.", "admissions 5 sex=female") }

  @Test("một as an article of speech counts nothing")
  func articleOne() { expectNoFacts("Đây là một nhiệm vụ quan trọng của mỗi đảng viên.") }
}

@Suite("How sure a figure is said to be")
struct QualifierTests {
  @Test(
    arguments: [
      ("khoảng", "about"), ("xấp xỉ", "about"), ("trên dưới", "about"), ("gần", "nearly"),
      ("hơn", "more_than"), ("trên", "more_than"), ("ít nhất", "at_least"),
      ("tối thiểu", "at_least"), ("không quá", "at_most"), ("tối đa", "at_most"),
    ])
  func before(word: String, qualifier: String) {
    expect("Toàn Đảng bộ có \(word) 700 đảng viên.", "members 700 \(qualifier)")
  }

  @Test("dưới before a share is less than")
  func lessThan() {
    expect("Đảng viên nữ chiếm dưới 20%.", "members 20 percent sex=female less_than")
  }

  @Test("từ … trở lên")
  func upward() {
    expect(
      "Phấn đấu năm 2026 kết nạp từ 15 đảng viên trở lên.", "admissions 15 @2026 at_least target")
  }

  @Test("trở lên behind the noun alone")
  func upwardAlone() {
    expect(
      "Phấn đấu năm 2026 kết nạp 15 đảng viên trở lên.", "admissions 15 @2026 at_least target")
  }

  @Test("a hedge stays with its figure")
  func notInherited() {
    expect(
      "Toàn Đảng bộ có hơn 700 đảng viên, trong đó 312 nữ.",
      """
      members 700 more_than
      members 312 sex=female
      """)
  }
}
