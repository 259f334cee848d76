import Catalogue
import DocumentModel

/// What the report says of its own dates: what relative times are relative to.
struct Calendar {
  var period: Period?
  /// What the report calls its period, where that is counted over other days.
  var nominal: Period?
  /// The earlier span that the report says it compares with.
  var earlier: Period?
  var asOf: CalendarDate?
  var date: CalendarDate?
  /// What the report calls its stretches.
  var named = NamedSpans()
  /// First day of the term the document names.
  var termStart: CalendarDate?

  /// "năm nay": the year of the report's own day where that is well behind what it reports on.
  var thisYear: Int? {
    guard let year, let date else { return self.year }
    let isLater = date.year > year && (date.month > 3 || asOf?.year == date.year)
    return isLater ? date.year : year
  }

  var year: Int? { period?.end.year ?? asOf?.year ?? date?.year }

  /// The report's own span where it is as long as a term.
  var longSpan: Period? {
    guard let period, let start = period.start, period.end.year - start.year >= 4 else {
      return nil
    }
    return period
  }

  /// "nhiệm kỳ trước": as declared, or as long as the report's own term and right before it.
  var termBefore: Period? {
    if let earlier, let start = earlier.start, earlier.end.year - start.year >= 3 { return earlier }
    let start = termStart ?? longSpan?.start
    return start.map { .duration(start: .firstDay(year: $0.year - 5), end: $0.dayBefore) }
  }

  /// Where "đến nay" ends.
  var now: CalendarDate? { asOf ?? date ?? period?.end }
}

/// Reads dates and spans of time at a token.
struct TimeScanner {
  let bytes: [UInt8]
  let tokens: [Token]
  var calendar: Calendar

  struct Result {
    var mention: TimeMention
    var next: Int
  }

  enum Words {
    static let nam = Folding.hash("năm")
    static let thang = Folding.hash("tháng")
    static let ngay = Folding.hash("ngày")
    static let quy = Folding.hash("quý")
    static let dau = Folding.hash("đầu")
    static let cuoi = Folding.hash("cuối")
    static let het = Folding.hash("hết")
    static let toi = Folding.hash("tới")
    static let cho = Folding.hash("cho")
    static let cua = Folding.hash("của")
    static let t = Folding.hash("t")
    static let den = Folding.hash("đến")
    static let tu = Folding.hash("từ")
    static let afterNow: Set<UInt64> = Set(
      ["có", "còn", "là", "đạt", "đã", "tăng", "giảm"].map { Folding.hash($0) })
    static let nay = Folding.hash("nay")
    static let truoc = Folding.hash("trước")
    static let nhiem = Folding.hash("nhiệm")
    static let ky = Folding.hash("kỳ")
    static let compared: Set<UInt64> = Set(
      ["so", "với", "hơn", "bằng", "của", "kém"].map { Folding.hash($0) })
    static let cung = Folding.hash("cùng")
    static let giai = Folding.hash("giai")
    static let doan = Folding.hash("đoạn")
    static let thoi = Folding.hash("thời")
    static let lien = Folding.hash("liền")
    static let ke = Folding.hash("kề")
    static let ngoai = Folding.hash("ngoái")
    static let luy: Set<UInt64> = [Folding.hash("lũy"), Folding.hash("luỹ")]
    static let ke2 = Folding.hash("kế")
    /// "ngay từ đầu năm", "đề ra từ đầu năm", "giao từ đầu năm": when something began, no span.
    static let sinceOutset: Set<UInt64> = Set(
      ["ngay", "ra", "giao", "ký", "duyệt", "hành"].map { Folding.hash($0) })
    static let va = Folding.hash("và")
    static let hoc = Folding.hash("học")
    static let this = Folding.hash("này")
    /// "so với".
    static let against = Folding.hash("với")
    static let sau = Folding.hash("sau")
    static let moi2 = Folding.hash("mới")
    static let nua = Folding.hash("nửa")
    static let bao = Folding.hash("báo")
    static let cao = Folding.hash("cáo")
    static let hien = Folding.hash("hiện")
    static let gian = Folding.hash("gian")
    static let diem = Folding.hash("điểm")
    static let tinh = Folding.hash("tính")
    static let step = Folding.hash("bước")
    static let vao = Folding.hash("vào")
    static let khi = Folding.hash("khi")
    static let deu = Folding.hash("đều")
    static let moi = Folding.hash("mỗi")
    static let ca = Folding.hash("cả")
    static let qua = Folding.hash("qua")
    static let la = Folding.hash("là")
    static let sang = Folding.hash("sang")
    static let chuyen = Folding.hash("chuyển")
    static let mang = Folding.hash("mang")
    static let ck = Folding.hash("ck")
    static let trong = Folding.hash("trong")
    static let roman: [UInt64: Int] = [
      Folding.hash("i"): 1, Folding.hash("ii"): 2, Folding.hash("iii"): 3, Folding.hash("iv"): 4,
      Folding.hash("một"): 1, Folding.hash("hai"): 2, Folding.hash("ba"): 3, Folding.hash("tư"): 4,
    ]
    static let counts: [UInt64: Int] = [
      Folding.hash("ba"): 3, Folding.hash("sáu"): 6, Folding.hash("chín"): 9,
      Folding.hash("hai"): 2, Folding.hash("bốn"): 4, Folding.hash("năm"): 5,
    ]
  }

  func word(_ index: Int, _ hash: UInt64) -> Bool {
    index >= 0 && index < tokens.count && tokens[index].kind == .word && tokens[index].hash == hash
  }

  func sign(_ index: Int, _ scalar: Unicode.Scalar) -> Bool {
    index < tokens.count && tokens[index].isSign(scalar)
  }

  /// Plain digits without points, as a number.
  func digits(_ index: Int) -> Int? {
    guard index < tokens.count, tokens[index].kind == .number, tokens[index].range.count <= 4
    else { return nil }
    var value = 0
    for position in tokens[index].range {
      guard bytes[position] >= 0x30, bytes[position] <= 0x39 else { return nil }
      value = value * 10 + Int(bytes[position] - 0x30)
    }
    return value
  }

  func yearNumber(_ index: Int) -> Int? {
    guard let value = digits(index), tokens[index].range.count == 4, (1930...2100).contains(value)
    else { return nil }
    return value
  }

  /// A time at token `index`, or nil.
  func time(at index: Int) -> Result? {
    guard index < tokens.count else { return nil }
    if let span = schoolYear(at: index) ?? ownMonths(at: index) ?? yearsAgo(at: index) {
      return span
    }
    if let span = fromTo(at: index) { return span }
    if let sum = cumulated(at: index) { return sum }
    if let point = until(at: index) { return point }
    return simple(at: index)
  }

  func simple(at index: Int) -> Result? {
    var position = index
    if word(position, Words.thoi), word(position + 1, Words.diem) { position += 2 }
    if let day = day(at: position) {
      guard let date = day.date else {
        return Result(
          mention: TimeMention(flow: nil, stock: nil, isDay: true, ranges: [day.range]),
          next: day.next)
      }
      if day.grain == 2, let span = monthSpan(from: date, behind: day) { return span }
      if day.grain == 2 {
        return Result(
          mention: TimeMention(
            flow: .duration(start: .firstDay(year: date.year, month: date.month), end: date),
            stock: date, ranges: [day.range]),
          next: day.next)
      }
      return Result(
        mention: TimeMention(
          flow: .instant(date), stock: date, isDay: true, ranges: [day.range]),
        next: day.next)
    }
    // "ngày cuối cùng của năm 2023", "ngày cuối năm"
    if word(position, Words.ngay), word(position + 1, Words.cuoi) {
      position += 1
      if word(position + 1, Words.cung) {
        var inner = position + 2
        if word(inner, Words.cua) { inner += 1 }
        if let edge = edged(at: inner, 2) { return edge }
      }
    }
    // "bước vào năm 2023", "bước sang nhiệm kỳ": at its beginning
    if word(position, Words.step), word(position + 1, Words.vao) || word(position + 1, Words.sang),
      let inner = edged(at: position + 2, 1)
    {
      return inner
    }
    let edge = word(position, Words.dau) ? 1 : word(position, Words.cuoi) ? 2 : 0
    if edge > 0, let inner = edged(at: position + 1, edge) { return inner }
    // "Hết năm còn 353 đồng chí"
    if word(position, Words.het), position == 0 || tokens[position - 1].kind == .sign,
      let inner = edged(at: position + 1, 2)
    {
      return inner
    }
    if word(position, Words.ca) { position += 1 }
    if position < tokens.count, let named = calendar.named.span(tokens, at: position) {
      return Result(
        mention: TimeMention(flow: named.span, stock: named.span.end), next: named.next)
    }
    if let quarter = quarter(at: position) { return quarter }
    if let months = months(at: position) { return months }
    if let years = years(at: position) { return years }
    if let span = spanOfYears(at: position) { return span }
    return relative(at: position)
  }
}
