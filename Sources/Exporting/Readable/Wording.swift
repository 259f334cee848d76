package import DocumentModel

/// Codes in the words of people.
package struct Wording: Sendable {
  package let language: Language

  package init(_ language: Language) { self.language = language }

  package func callAsFunction(_ vi: String, _ en: String) -> String {
    language == .vi ? vi : en
  }

  /// `1.205`, `44,1` in Vietnamese; `1,205`, `44.1` in English.
  package func number(_ value: ExactDecimal, decimals: Int = 0) -> String {
    let parts = value.description.split(separator: ".")
    var whole = String(parts.first ?? "0")
    let isNegative = whole.hasPrefix("-")
    if isNegative { whole.removeFirst() }
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0 && (whole.count - index) % 3 == 0 { grouped += self(".", ",") }
      grouped.append(digit)
    }
    var fraction = parts.count > 1 ? String(parts[1]) : ""
    while fraction.count < decimals { fraction += "0" }
    let sign = isNegative ? "-" : ""
    return fraction.isEmpty ? sign + grouped : sign + grouped + self(",", ".") + fraction
  }

  package func number(_ value: Int) -> String { number(ExactDecimal(Int64(value))) }

  /// Ten-thousandths as a percentage with one decimal, cut off, so that 100% is never claimed too
  /// early.
  package func percent(tenThousandths: Int) -> String {
    let tenths = tenThousandths / 10
    return number(ExactDecimal(Int64(tenths), scale: 1), decimals: 1) + "%"
  }

  /// `14 trên 15 đơn vị`: how many of the units that should report are in a total.
  package func coverage(_ coverage: ConsolidatedCell.Coverage) -> String {
    self(
      "\(number(coverage.reported)) trên \(number(coverage.expected)) đơn vị",
      "\(number(coverage.reported)) of \(number(coverage.expected)) units")
  }

  package func date(_ day: CalendarDate) -> String {
    guard language == .vi else { return day.description }
    return day.description.split(separator: "-").reversed().joined(separator: "/")
  }

  package func period(_ period: Period?) -> String {
    switch period {
    case nil: return self("không rõ kỳ", "period unknown")
    case .instant(let day): return date(day)
    case .duration(let start, let end): return "\(date(start)) – \(date(end))"
    }
  }

  package func severity(_ severity: Flag.Severity) -> String {
    switch severity {
    case .error: return self("LỖI", "ERROR")
    case .warning: return self("CẢNH BÁO", "WARNING")
    case .info: return self("LƯU Ý", "INFO")
    }
  }

  package func outcome(_ outcome: Submission.Outcome) -> String {
    switch outcome {
    case .accepted: return self("đã nhận", "accepted")
    case .superseded: return self("đã bị thay thế", "superseded")
    case .duplicate: return self("trùng", "duplicate")
    case .conflict: return self("mâu thuẫn", "conflict")
    case .undecided: return self("chưa xác định", "undecided")
    case .refused: return self("từ chối", "refused")
    case .withdrawn: return self("đã rút", "withdrawn")
    case .needsOCR: return self("cần nhận dạng chữ", "needs OCR")
    case .failed: return self("KHÔNG ĐỌC ĐƯỢC", "FAILED")
    }
  }

  package func state(_ state: ReportingLine.State) -> String {
    switch state {
    case .reported: return self("đã báo cáo", "reported")
    case .late: return self("muộn", "late")
    case .conflict: return self("mâu thuẫn", "conflict")
    case .missing: return self("CHƯA BÁO CÁO", "MISSING")
    }
  }

  package func ledgerClass(_ kind: LedgerEntry.Kind) -> String {
    switch kind {
    case .fact: return self("số liệu", "fact")
    case .date: return self("ngày tháng", "date")
    case .citation: return self("văn bản viện dẫn", "citation")
    case .numbering: return self("đánh số mục", "numbering")
    case .footnoteMark: return self("dấu chú thích", "footnote mark")
    case .pageNumber: return self("số trang", "page number")
    case .name: return self("tên gọi", "name")
    case .quantity: return self("số đếm khác", "quantity")
    case .unexplained: return self("CHƯA GIẢI THÍCH", "UNEXPLAINED")
    }
  }

  func region(_ kind: Block.Kind) -> String {
    switch kind {
    case .letterhead: return self("đầu văn bản", "letterhead")
    case .title: return self("tiêu đề", "title")
    case .heading: return self("đề mục", "heading")
    case .paragraph: return self("đoạn", "paragraph")
    case .listItem: return self("gạch đầu dòng", "list item")
    case .footnote: return self("chú thích", "footnote")
    case .table: return self("bảng", "table")
    case .furniture: return self("trang trí", "furniture")
    case .closing: return self("cuối văn bản", "closing")
    }
  }
}
