/// A report as an invented commune would submit it: letterhead, lists, prose, a table, plans, a footnote.
struct Report {
  private static let syllables = [
    "An", "Bình", "Cẩm", "Đông", "Gia", "Hòa", "Khánh", "Lâm", "Minh", "Nam", "Phú", "Quang",
    "Sơn", "Tân", "Thạch", "Vĩnh", "Xuân", "Yên",
  ]
  private static let province = ["Lam Sơn", "Hải Vân", "Trà Giang", "Đồng Lạc"]
  private static let villages = [
    "Bàu Sen", "Gò Dứa", "Đồng Mít", "Suối Cát", "Rừng Thông", "Cầu Đá", "Bến Lội", "Đá Bạc",
    "Ao Vàng", "Cây Sung",
  ]

  private var numbers: SeededNumbers
  private let name: String

  /// - Parameter seed: equal seeds give equal reports.
  init(seed: UInt64) {
    numbers = SeededNumbers(seed: seed)
    name =
      "\(numbers.pick(Report.syllables)) \(numbers.pick(Report.syllables))"
  }

  /// Writes the report.
  ///
  /// - Parameter sections: how many quarters it tells of, the latest first, each with its own figures.
  /// - Returns: the text, the same for equal seeds and sections.
  mutating func text(sections: Int = 1) -> String {
    var text = """
      TỈNH ỦY \(numbers.pick(Report.province).uppercased())
      ĐẢNG ỦY XÃ \(name.uppercased())
      *
      Số \(numbers.within(10...300))-BC/ĐU                      \(name), ngày 04 tháng 4 năm 2026

      BÁO CÁO
      công tác xây dựng Đảng quý I năm 2026
      (Số liệu tính đến ngày 31/3/2026)

      Thực hiện Công văn số \(numbers.within(20...400))-CV/BTCTU, ngày 10/3/2026 của Ban Tổ chức Tỉnh ủy, Đảng ủy xã báo cáo như sau:

      """
    for section in 0..<sections {
      let figures = Figures(&numbers)
      let quarters = 2026 * 4 - section
      text += "\n\(body(figures, quarter: quarters % 4 + 1, year: quarters / 4))"
    }
    return text + "\nNơi nhận:\n- Ban Tổ chức Tỉnh ủy;\n- Lưu Văn phòng.\n"
  }

  private mutating func body(_ figures: Figures, quarter: Int, year: Int) -> String {
    let n = Figures.written
    let roman = ["", "I", "II", "III", "IV"][quarter]
    return """
      I. KẾT QUẢ QUÝ \(roman) NĂM \(year)

      1. Tổ chức đảng, đảng viên

      - Đảng bộ xã có \(n(figures.cells)) chi bộ trực thuộc, trong đó \(n(figures.villageCells)) chi bộ thôn.
      - Đầu kỳ có \(n(figures.opening)) đảng viên; kết nạp \(n(figures.admitted)); chuyển đến \(n(figures.movedIn)); chuyển đi \(n(figures.movedOut)); từ trần \(n(figures.died)); xóa tên \(n(figures.struckOff)).
      - Tổng số đảng viên cuối kỳ: \(n(figures.members)) đồng chí, trong đó:
        + Nữ: \(n(figures.female)) đồng chí (\(Figures.share(figures.female, of: figures.members))%);
        + Dân tộc thiểu số: \(n(figures.minority)) đồng chí, chiếm \(Figures.share(figures.minority, of: figures.members))%;
        + Dự bị: \(n(figures.probationary)) đồng chí.

      2. Công tác phát triển đảng viên

      Trong quý, Đảng ủy xã đã chỉ đạo các chi bộ rà soát, bồi dưỡng nguồn phát triển đảng viên, nhất là ở khu dân cư và trường học. Toàn Đảng bộ kết nạp \(n(figures.admitted)) đảng viên, trong đó có \(n(figures.admittedFemale)) nữ; công nhận chính thức \(n(figures.confirmed)) đảng viên dự bị. Hiện có \(n(figures.candidates)) quần chúng ưu tú được theo dõi, giúp đỡ¹; mở một lớp bồi dưỡng nhận thức về Đảng cho \(n(figures.candidates / 2)) học viên. Một số chi bộ thôn còn khó khăn về nguồn, cấp ủy đã phân công từng đồng chí phụ trách.

      Toàn xã có \(n(figures.members * 9)) hộ, trồng \(n(figures.cells * 7)) ha rừng, thu ngân sách đạt \(figures.cells / 3),\(figures.cells % 10) tỷ đồng.

      3. Công tác kiểm tra, giám sát, kỷ luật

      Ủy ban Kiểm tra Đảng ủy kiểm tra \(n(figures.inspected)) đảng viên, giám sát chuyên đề \(n(figures.inspected / 2 + 1)) chi bộ. Thi hành kỷ luật \(n(figures.disciplined)) đảng viên (khiển trách \(n(figures.reprimanded)), cảnh cáo 01). Không có đơn khiếu nại kỷ luật đảng.

      \(table())

      II. PHƯƠNG HƯỚNG, NHIỆM VỤ

      Phấn đấu năm \(year) kết nạp \(n(figures.admitted * 4)) đảng viên; giữ vững 90% chi bộ hoàn thành tốt nhiệm vụ trở lên.

      ¹ Trong đó \(n(figures.candidates / 3)) đoàn viên thanh niên.

      """
  }

  private mutating func table() -> String {
    var rows = ["| TT | Đơn vị | Đảng viên | Kết nạp |", "|---|---|---|---|"]
    var members = 0
    var admitted = 0
    for (index, village) in Report.villages.enumerated() {
      let count = numbers.within(14...70)
      let new = numbers.within(0...3)
      members += count
      admitted += new
      rows.append("| \(index + 1) | Chi bộ thôn \(village) | \(count) | \(new) |")
    }
    rows.append("| | Cộng | \(members) | \(admitted) |")
    return rows.joined(separator: "\n")
  }
}
