/// All that Extracting finds in one document.
package struct Extraction: Sendable {
  package var header: ReportHeader
  /// In reading order.
  package var facts: [Fact]
  /// Every numeral of the document, once, in reading order.
  package var ledger: [LedgerEntry]
  /// Ties between facts that the text itself states.
  package var links: [FactLink]
  package var citations: [Citation]
  package var dates: [DateMention]

  package init(
    header: ReportHeader = ReportHeader(), facts: [Fact] = [], ledger: [LedgerEntry] = [],
    links: [FactLink] = [], citations: [Citation] = [], dates: [DateMention] = []
  ) {
    self.header = header
    self.facts = facts
    self.ledger = ledger
    self.links = links
    self.citations = citations
    self.dates = dates
  }

  /// Share of the ledger that is explained, in ten-thousandths (9950 is 99.5%).
  package var coverage: Int {
    guard !ledger.isEmpty else { return 10_000 }
    let explained = ledger.count { $0.kind != .unexplained }
    return explained * 10_000 / ledger.count
  }
}

/// What a report says of itself.
package struct ReportHeader: Sendable, Hashable {
  /// The reporting unit in full, "Đảng bộ xã Bình Lư"; nil where the document does not tell.
  package var unit: String?
  /// The unit above, as the letterhead names it.
  package var parent: String?
  /// The document number as written, "91-BC/ĐU".
  package var number: String?
  package var date: CalendarDate?
  /// The first lines of the title, joined.
  package var title: String?
  /// The span the report is about.
  package var period: Period?
  /// The span its title names, where the figures are counted over another (16/12 to 15/9 for "9
  /// tháng"); nil where they are the same.
  package var nominal: Period?
  /// The earlier span that it says its figures are compared with, where it does.
  package var earlier: Period?
  /// The day its stocks are counted on.
  package var asOf: CalendarDate?

  package init(
    unit: String? = nil, parent: String? = nil, number: String? = nil, date: CalendarDate? = nil,
    title: String? = nil, period: Period? = nil, asOf: CalendarDate? = nil
  ) {
    self.unit = unit
    self.parent = parent
    self.number = number
    self.date = date
    self.title = title
    self.period = period
    self.asOf = asOf
  }
}

/// One numeral of the document and what it is.
package struct LedgerEntry: Sendable, Hashable {
  package var kind: Kind
  package var source: SourceSpan
  /// Ids of its facts, where `kind` is `fact`.
  package var facts: [String]
  /// What a `quantity` counts.
  package var noun: String?

  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case fact, date, citation, numbering
    case footnoteMark = "footnote_mark"
    case pageNumber = "page_number"
    case name, quantity, unexplained
  }

  package init(kind: Kind, source: SourceSpan, facts: [String] = [], noun: String? = nil) {
    self.kind = kind
    self.source = source
    self.facts = facts
    self.noun = noun
  }
}

/// A tie between facts that the text states; members are indices into `Extraction.facts`.
package enum FactLink: Sendable, Hashable {
  /// `parts` are listed below or behind `whole`. `complete` where the text says so ("gồm",
  /// "bao gồm", "chia theo", "Cộng", a total row); otherwise "trong đó": parts need not fill it.
  case breakdown(whole: Int, parts: [Int], complete: Bool)
  /// A percentage beside the count it restates, and the whole where the text names it:
  /// "384 đồng chí (44,1%)", "6.798/7.620 chiếm 89,2%".
  case share(percent: Int, part: Int?, whole: Int?)
  /// "tăng 02 so với 06", "tăng từ 59 lên 62", "bằng 133,3% cùng kỳ (06)".
  case growth(change: Int, current: Int?, earlier: Int?)
  /// A mean and the total it was made from.
  case average(mean: Int, total: Int)
}

/// A document cited by its symbol.
package struct Citation: Sendable, Hashable {
  /// The whole symbol as written: `28-CT/TW`.
  package var symbol: SourceSpan
  /// Folded type word before it ("chỉ thị", "nghị quyết"), or nil.
  package var kind: String?
  /// Its date as written behind it ("ngày 21/01/2019"), or nil.
  package var dateSpan: SourceSpan?
  package var date: CalendarDate?
  /// Folded issuing body ("ban bí thư"), or nil.
  package var issuer: String?

  package init(
    symbol: SourceSpan, kind: String? = nil, dateSpan: SourceSpan? = nil,
    date: CalendarDate? = nil, issuer: String? = nil
  ) {
    self.symbol = symbol
    self.kind = kind
    self.dateSpan = dateSpan
    self.date = date
    self.issuer = issuer
  }
}

/// A full date in the text.
package struct DateMention: Sendable, Hashable {
  package var source: SourceSpan
  /// Nil where the calendar has no such day.
  package var date: CalendarDate?
  /// What its clause says of it.
  package var role: Role

  package enum Role: String, Sendable, Hashable {
    /// Date of a cited document, or of the report itself.
    case citation, document
    /// "tính đến", "đến ngày".
    case asOf
    /// Something that, by the words, has already happened.
    case event
    case future
    case other
  }

  package init(source: SourceSpan, date: CalendarDate?, role: Role) {
    self.source = source
    self.date = date
    self.role = role
  }
}
