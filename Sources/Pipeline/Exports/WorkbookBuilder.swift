import Catalogue
import Consolidating
import DocumentModel
import Exporting
import Storing

/// Lays a dataset out as a workbook shows it: units × indicators × periods.
struct WorkbookBuilder {
  private let streams: ExportStreams
  private let indicators: IndicatorTable
  private let periods: [Period]
  private let shown: Int
  private let tree: ReportingTree

  /// Makes a builder.
  ///
  /// - Parameters:
  ///   - streams: one state of a dataset.
  ///   - indicators: the columns.
  ///   - period: what the first sheet shows; nil for the latest that units reported for.
  /// - Throws: `DatasetFailure` where no report stands that has a period.
  init(_ streams: ExportStreams, indicators: IndicatorTable, period: Period?) throws {
    self.streams = streams
    self.indicators = indicators
    tree = ReportingTree(streams.dataset.units)
    var periods = Set(streams.dataset.standingSubmissions.compactMap(\.period))
    let spans = periods.filter { $0.start != nil }
    if !spans.isEmpty { periods = spans }
    let chosen = period ?? WorkbookBuilder.latest(streams.dataset, among: periods)
    guard let chosen else {
      throw DatasetFailure(
        kind: .unusable,
        message: Message(
          vi: "chưa có báo cáo nào có kỳ để lập bảng; hãy nạp báo cáo hoặc xem `tonghop status`",
          en: "no report with a period stands; ingest reports or look at `tonghop status`"))
    }
    periods.insert(chosen)
    self.periods = periods.sorted { ($0.end, $0.start ?? $0.end) < ($1.end, $1.start ?? $1.end) }
    shown = self.periods.firstIndex(of: chosen) ?? 0
  }

  /// The one that ends last; of these the one most units reported for, then the shortest.
  private static func latest(_ dataset: ResolvedDataset, among periods: Set<Period>) -> Period? {
    let expected = Set(PeriodStatus.periods(of: dataset))
    let candidates = expected.isEmpty ? periods : expected
    let counts = Dictionary(grouping: dataset.standingSubmissions.compactMap(\.period)) { $0 }
    return candidates.max { left, right in
      let first = (left.end, counts[left]?.count ?? 0, left.start ?? left.end)
      let second = (right.end, counts[right]?.count ?? 0, right.start ?? right.end)
      return first < second
    }
  }

  func content() throws -> WorkbookContent {
    let rows = rows()
    let parent = parent(of: rows)
    let values = try values()
    let placed = place(values, rows, parent)
    let expected = periods.map { period in
      let listed = tree.expected(on: period.end).count
      return listed == 0 ? rows.count : listed
    }
    return WorkbookContent(
      parent: parent, shown: shown, periods: periods, units: rows,
      indicators: indicators.indicators, values: placed.values, parentValues: placed.parents,
      expected: expected, unmatched: placed.rest, flags: try streams.flags().map(\.flag),
      submissions: streams.dataset.submissions)
  }

  // MARK: Rows

  /// The units that should report; where no list says which, those that have.
  private func rows() -> [WorkbookContent.Row] {
    let expected = tree.expected(on: periods[shown].end)
    guard expected.isEmpty else {
      return expected.map { WorkbookContent.Row(code: $0.code, name: $0.name) }
    }
    var known: Set<String> = []
    var rows: [WorkbookContent.Row] = []
    for submission in streams.dataset.standingSubmissions {
      guard let name = submission.entity else { continue }
      let row = WorkbookContent.Row(code: submission.unit ?? "", name: name)
      if known.insert(WorkbookBuilder.key(code: row.code, name: name)).inserted { rows.append(row) }
    }
    return rows.sorted {
      $0.code == $1.code
        ? $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) : $0.code < $1.code
    }
  }

  private func parent(of rows: [WorkbookContent.Row]) -> WorkbookContent.Row? {
    let day = periods[shown].end
    let parents = Set(rows.compactMap { tree.parent(of: $0.code, on: day) })
    guard parents.count == 1, let code = parents.first else { return nil }
    return WorkbookContent.Row(code: code, name: tree.name(of: code, on: day))
  }

  private static func key(code: String, name: String) -> String {
    guard code.isEmpty else { return "#" + code }
    return UnitName.identity(of: name)
  }

  // MARK: Values

  private func values() throws -> [WorkbookContent.Value] {
    let cells = streams.consolidation.cells.filter { $0.coverage == nil }
    var statements: [String: WorkbookContent.Statement] = [:]
    let quotes = try streams.snapshot.quotes()
    try streams.forEachFact { fact, report in
      guard streams.dataset.isAccepted(report) else { return }
      statements[fact.id] = WorkbookContent.Statement(fact: fact, quote: quotes[fact.id])
    }
    var flags: [String: [Flag]] = [:]
    for (flag, report) in try streams.flags() where streams.dataset.isAccepted(report) {
      // What doesn't add up is the total's matter; its parts stand in other reports.
      let ids =
        flag.rule == "rollup_mismatch" ? flag.facts.prefix(flag.sources.count) : flag.facts[...]
      for id in ids { flags[id, default: []].append(flag) }
    }
    return cells.map { cell in
      var seen: Set<String> = []
      return WorkbookContent.Value(
        cell: cell, statements: cell.sources.compactMap { statements[$0] },
        flags: cell.sources.flatMap { flags[$0] ?? [] }.filter { seen.insert($0.id).inserted })
    }
  }

  private func place(
    _ values: [WorkbookContent.Value], _ rows: [WorkbookContent.Row], _ parent: WorkbookContent.Row?
  ) -> (
    values: [WorkbookContent.Place: WorkbookContent.Value],
    parents: [WorkbookContent.Place: WorkbookContent.Value], rest: [WorkbookContent.Value]
  ) {
    var index: [String: Int] = [:]
    for (row, unit) in rows.enumerated() {
      index[WorkbookBuilder.key(code: unit.code, name: unit.name)] = row
    }
    var placed: [WorkbookContent.Place: WorkbookContent.Value] = [:]
    var parents: [WorkbookContent.Place: WorkbookContent.Value] = [:]
    var rest: [WorkbookContent.Value] = []
    for value in values {
      let entity = value.cell.entity
      let isParent = parent != nil && entity.code == parent?.code
      let row =
        isParent
        ? 0 : index[WorkbookBuilder.key(code: entity.code ?? "", name: entity.name)]
      guard let indicator = indicators.index(of: value.cell), let row else {
        rest.append(value)
        continue
      }
      var isPlaced = false
      for (period, span) in periods.enumerated() {
        let place = WorkbookContent.Place(unit: row, indicator: indicator, period: period)
        let rival = isParent ? parents[place] : placed[place]
        guard WorkbookBuilder.fits(value.cell.period, in: span, before: rival?.cell.period) else {
          continue
        }
        isPlaced = true
        if isParent { parents[place] = value } else { placed[place] = value }
      }
      if !isPlaced { rest.append(value) }
    }
    return (placed, parents, rest)
  }

  /// True for a flow of just this span, and for the latest stock within it.
  ///
  /// A stock of the span's first day is what it began with. Stocks that are counted up to a month
  /// after the span stand for its end where nothing nearer does.
  private static func fits(_ time: Period?, in span: Period, before rival: Period?) -> Bool {
    guard case .instant(let day) = time, let start = span.start else { return time == span }
    guard start < day, day.days(since: span.end) <= 31 else { return false }
    guard let other = rival?.end else { return true }
    let isWithin = day <= span.end
    let isOtherWithin = other <= span.end
    if isWithin != isOtherWithin { return isWithin }
    return isWithin ? other < day : day < other
  }
}
