import Catalogue
import DocumentModel

/// Finds, for the numerals of one block, what each of them counts.
///
/// Each numeral gets a handful of candidate readings (its own cues joined with the event, noun or
/// concept that the sentence, the list's parent or the heading hands down); each is scored by
/// `weights.tsv`; the best one that the catalogue allows wins, and its margin is the confidence.
struct Binder {
  let catalogue: Catalogue
  let document: Document
  let calendar: Calendar
  let unit: String
  let block: Int
  let region: FactContext.Region
  let reportsAsCommune: Bool
  var tokens: [Token] = []
  var items: [Item] = []
  var clauses: [Clause] = []
  /// Sentence to its first clause.
  private(set) var firstClause: [Int: Int] = [:]
  /// Output.
  var facts: [Fact] = []
  /// Frame behind each fact, for footnotes and list children.
  var readings: [Int: Reading] = [:]
  var links: [FactLink] = []
  /// Item index to indices in `facts`.
  var factsOfItem: [Int: [Int]] = [:]
  var quantities: [Int: String] = [:]
  /// Where the first fact of this block will stand in the document's list.
  let offset: Int
  let findsEntities: Bool
  let shortNames: ShortNames
  // Running state of the sentence
  var frame = Frame()
  var lastReading: Reading?
  var lastFact: Int?
  var lastCountFact: Int?
  var sentenceOf: Int = -1
  var carriedAge = 0
  var base: Frame

  init(
    catalogue: Catalogue, document: Document, calendar: Calendar, unit: String, block: Int,
    region: FactContext.Region, frame: Frame, ownName: [UInt64], tokens: [Token],
    reportsAsCommune: Bool, offset: Int,
    findsEntities: Bool = true, shortNames: ShortNames = ShortNames()
  ) {
    self.catalogue = catalogue
    self.document = document
    self.calendar = calendar
    self.unit = unit
    self.block = block
    self.region = region
    self.frame = frame
    self.base = frame
    self.frame.event = nil
    self.frame.day = nil
    self.frame.averages = nil
    self.frame.noun = nil
    self.reportsAsCommune = reportsAsCommune
    self.offset = offset
    self.findsEntities = findsEntities
    self.shortNames = shortNames
    self.tokens = tokens
    items = Scanner(
      catalogue: catalogue, bytes: document.bytes, calendar: calendar,
      findsEntities: findsEntities,
      countsOrganizations: frame.opensParts && frame.concept == "organizations", ownName: ownName,
      shortNames: shortNames
    ).items(tokens)
    if findsEntities {
      let series = YearSeries(tokens: tokens, calendar: calendar)
      items = series.rewritten(series.dated(items, frame.series))
      items = Respectively(tokens: tokens).rewritten(items)
      for run in Respectively(tokens: tokens).runs(items) {
        for (number, item) in run.enumerated() { respective[item] = (number, run) }
      }
    }
    clauses = ClauseCutter(tokens: tokens, items: items).cut()
    for (index, clause) in clauses.enumerated() where firstClause[clause.sentence] == nil {
      firstClause[clause.sentence] = index
    }
  }

  /// Binds all numerals; returns the frame that the block hands down to list items below it.
  mutating func bind() -> Frame {
    var handedDown: Frame?
    for index in clauses.indices {
      if clauses[index].sentence != sentenceOf { startSentence(index) }
      bindClause(index)
      if handedDown == nil,
        let first = facts.indices.first(where: {
          facts[$0].statistic == .total && facts[$0].unit != "percent"
            && facts[$0].nature == .actual
        }), let reading = readings[first]
      {
        var frame = self.frame
        frame.concept = reading.concept
        frame.event = reading.event
        frame.noun = reading.noun
        frame.dimensions = reading.dimensions
        frame.whole = first + offset
        frame.entity = facts[first].entity.name == unit ? base.entity : facts[first].entity
        handedDown = frame
      }
    }
    if let last = listedWhole, var whole = handedDown, whole.whole != last + offset,
      let reading = readings[last]
    {
      // "Đầu năm có 1.012 …. Đến 30/9 có 1.025 đảng viên, trong đó:": what stands last is listed
      whole.concept = reading.concept
      whole.event = reading.event
      whole.noun = reading.noun
      whole.dimensions = reading.dimensions
      whole.whole = last + offset
      let own = [calendar.period, calendar.asOf.map { .instant($0) }]
      if own.contains(facts[last].period) { whole.time = base.time }
      handedDown = whole
    }
    var result = handedDown ?? frame
    if handedDown == nil {
      result.event = result.event ?? base.event
      result.noun = result.noun ?? base.noun
    }
    if handedDown == nil, facts.isEmpty {
      describe(&result)
      result.series =
        endsOpen ? YearSeries(tokens: tokens, calendar: calendar).announced(items) : []
    }
    result.carried = frame.carried
    if handedDown == nil || result.time == nil && !leavesTime {
      result.time = frame.time ?? result.time
    }
    result.nature = frame.nature
    result.opensParts = endsOpen || result.handsDown
    result.isComplete = frame.isComplete
    result.sector = blockSector
    result.isRegrouped = endsOpen && isRegrouped
    return result
  }

  /// The count that the list below is of, where it isn't the block's first: of the report's own time
  /// behind an opening stock or a plan, or the one that the last sentence tells again before "gồm:".
  private var listedWhole: Int? {
    guard endsOpen, let end = clauses.last,
      let first = facts.first(where: { $0.statistic == .total && $0.unit != "percent" })
    else { return nil }
    let told = facts.last?.context.sentence ?? end.sentence
    let last = facts.indices.last {
      facts[$0].context.sentence == told && facts[$0].statistic == .total
        && facts[$0].unit != "percent" && facts[$0].nature == .actual && isGeneral(facts[$0])
        && facts[$0].concept == first.concept
    }
    let own = [calendar.period, calendar.asOf.map { .instant($0) }]
    guard let last, own.contains(facts[last].period) else { return nil }
    return !own.contains(first.period) || first.nature != .actual ? last : nil
  }

  /// The year of the block's ratings, where they are of one that isn't the report's own span.
  var ratedYear: Period? {
    let rated = facts.filter { $0.concept.hasPrefix("rated_") && $0.nature == .actual }
    guard let year = rated.last?.period, year == .year(year.end.year), year != calendar.period,
      year == yearOfRating || rated.allSatisfy({ $0.period == year })
    else { return nil }
    return year
  }

  /// True where a later figure of the block has a time that its first hasn't: "kỷ luật 73 đảng viên; trong
  /// quý IV là 22": what is listed below is of the 73.
  private var leavesTime: Bool {
    guard let first = facts.first, let last = facts.last, let period = first.period else {
      return false
    }
    return first.concept == last.concept && last.statistic == .total && last.period != period
      && first.nature == last.nature && first.source.start != last.source.start
  }

  /// "Trong 12 đảng viên mới kết nạp, …": the sentence's first figure is divided, up to a semicolon.
  var isDivided = false
  /// Facts before the parts of a running list ("327, gồm Tày 96, Mông 74, …"), which a semicolon ends.
  var inlineParts: Int?
  /// Whose parts the list told that the last semicolon ended.
  var closedWhole: Int?
  /// Figures behind "lần lượt" that speak of the facts before, and which of how many each is.
  var respective: [Int: (number: Int, run: [Int])] = [:]
  var sentenceTime: TimeMention?
  /// The time in force where the sentence, or the last item of its running list, began.
  var listTime: TimeMention?
  var factsBeforeSentence = 0
  var wholeReading: Reading?
  var lastWholeReading: Reading?
  var previousSentenceReading: Reading?
  /// The time compared with, once "so với" was read.
  var versus: TimeMention?
  var versusPending = false
  var sentenceConductors: Set<String> = []
  /// "Ở khối viên chức, …": a group that the rest of the sentence is about.
  var scope: String?
  /// The sector that the block has named last ("khối doanh nghiệp").
  var blockSector: String?
  /// The sentence that has named it.
  var sectorSentence = 0
  /// What a label told of all that its list of units counts ("Đảng viên mới là nữ: Đảng bộ huyện A 12").
  var listTraits: (sentence: Int, traits: [String: String])?
  /// What the inspections of a label ("Kiểm tra tài chính đảng:") are about, to the block's end.
  var labelSubject: String?
  /// The event of a label before a colon ("… có số đảng viên mới cao là:"), to the sentence's end.
  var labelEvent: String?
  /// Numerals of what the catalogue does not know ("nhắc nhở 21 tổ chức").
  var outsideItems: Set<Int> = []
  /// What was counted outside the parentheses that are open.
  var outside: [Outside] = []

  struct Outside {
    var depth: Int
    var event: String?
    var time: TimeMention?
    var versus: TimeMention?
    var carried: [String: String]
    var reading: Reading?
    var fact: Int?
    var count: Int?
    var opensParts: Bool
    var isComplete: Bool
    var whole: Int?
    var wholeReading: Reading?
    var entity: Entity?
  }

  /// The group that "trong 731 đảng viên là viên chức" limits the rest of its sentence to.
  var among: (sentence: Int, item: Int, group: String)?
  /// True behind "Thẩm quyền:", where bodies are those that decided.
  var isRegrouped = false
  /// The last whole year that the sentence has named.
  var yearOfSentence: Period?
  /// The year that the block says its ratings are of ("Việc xếp loại năm 2025 có tiến bộ").
  var yearOfRating: Period?
  /// True behind "Chỉ tiêu năm 2026:", until the sentence turns to results.
  var isPlanLabelled = false
  /// "Đối với kiểm tra khi có dấu hiệu vi phạm, …": what a plain "kiểm tra" further on means.
  var labelActivity: String?
  /// What the block before counted last.
  var readingBefore: Reading?
  /// The year that a time of the sentence stated.
  var namedYear: (year: Int, sentence: Int)?
  /// The sentence that "Theo chương trình, …" opened.
  var plannedSentence = -1
  /// Number of facts when the named sub-unit in force was read.
  var factsBeforeEntity = -1
  /// "So với quý I/2025 (09 tổ chức, 10 đảng viên)": the time of what stands in the parentheses.
  var parenthesisTime: TimeMention?
  /// The fact and the plan of the last "142/130 chỉ tiêu".
  var fractionPlan: (fact: Int, plan: Int)?
  /// The span that plans further on are for.
  var planTime: TimeMention?
  var comparisonClause = -2
  var comparisonTime: TimeMention?
  var labelTime: (time: TimeMention, clause: Int)?
  /// The kind of cell that this block has named.
  var blockCellType: String?
  /// Concept of the fact being written.
  var slotConcept = ""
  var cellType: String?

  struct Cues {
    var features: [(feature: Feature, distance: Int, isRight: Bool, item: Int)] = []
    var firstRightIsWord = false
    var rightNoun: String?

    func first(_ key: String, right: Bool? = nil) -> String? {
      var best: (String, Int)?
      for entry in features
      where entry.feature.key == key && (right == nil || entry.isRight == right) {
        if best == nil || entry.distance < (best?.1 ?? 0) {
          best = (entry.feature.value, entry.distance)
        }
      }
      return best?.0
    }

    func has(_ key: String, _ value: String) -> Bool {
      features.contains { $0.feature.key == key && $0.feature.value == value }
    }
  }

  var fractionOutside: String?
}
