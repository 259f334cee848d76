import DocumentModel
import Testing

@testable import Catalogue

/// A mistake in a table stops loading, with file and line and what to do.
@Suite("Mistakes in tables")
struct TableErrorTests {
  private func mistake(_ file: String, _ text: String) throws -> String {
    let error = try #require(throws: TableError.self) { try Catalogue(replacing: [file: text]) }
    return "\(error.file):\(error.line): \(error.message.en)"
  }

  @Test("the tables that are compiled in have none")
  func own() throws {
    let catalogue = try Catalogue()
    #expect(catalogue.concepts["members"]?.isStock == true)
    #expect(catalogue.concepts["admissions"]?.isStock == false)
    #expect(catalogue.concepts["inspections"]?.unit == "case")
  }

  @Test("a header row that is not the table's")
  func header() throws {
    #expect(
      try mistake("readings.tsv", "# note\nevent\tconcept\n")
        == "readings.tsv:2: the header row must be: event | noun | concept")
  }

  @Test("an empty table")
  func empty() throws {
    #expect(try mistake("weights.tsv", "# only a note\n") == "weights.tsv:1: the table is empty")
  }

  @Test("too many columns; comments and blank lines count as lines")
  func columns() throws {
    #expect(
      try mistake("weights.tsv", "feature\tweight\n\n# note\nnoun_right\t3\t4\n")
        == "weights.tsv:4: has 3 columns, the table has 2")
  }

  @Test("a weight that is no whole number")
  func weight() throws {
    #expect(
      try mistake("weights.tsv", "feature\tweight\nnoun_right\t3\nnoun_left\t1.5\n")
        == "weights.tsv:3: a weight is a whole number")
  }

  @Test("a weight of something that isn't weighed")
  func unknownWeight() throws {
    #expect(
      try mistake("weights.tsv", "feature\tweight\nnoun\t3\n")
        == "weights.tsv:2: there is no feature noun")
  }

  @Test("a concept without a unit, or of no kind of period")
  func concept() throws {
    let header = "code\tunit\tperiod\tvi\tdefinition\n"
    #expect(
      try mistake("concepts.add.tsv", header + "cadres\t\tinstant\tcán bộ\t\n")
        .hasPrefix("concepts.add.tsv:2: code and unit are lower-case letters"))
    #expect(
      try mistake("concepts.add.tsv", header + "cadres\tperson\tyear\tcán bộ\t\n")
        == "concepts.add.tsv:2: period is instant or duration")
  }

  @Test("a dimension's member without a name; a dimension that isn't there")
  func dimension() throws {
    #expect(
      try mistake("dimensions.add.tsv", "dimension\tmember\tvi\nregion\tborder\t\n")
        .hasPrefix("dimensions.add.tsv:2: the dimension, the member"))
    #expect(
      try mistake("applies.add.tsv", "dimension\tconcepts\nregion\tmembers\n")
        == "applies.add.tsv:2: no dimension region")
  }

  @Test("a phrase with a feature, a member or a noun that nothing knows")
  func unknownFeature() throws {
    let header = "phrase\tfeatures\n"
    #expect(
      try mistake("phrases.add.tsv", header + "nữ giới\tsxe=female\n")
        == "phrases.add.tsv:2: there is no feature or dimension sxe")
    #expect(
      try mistake("phrases.add.tsv", header + "nữ giới\tsex=femle\n")
        == "phrases.add.tsv:2: sex has no value femle")
    #expect(
      try mistake("phrases.add.tsv", header + "hộ gia đình\tnoun=household\n")
        == "phrases.add.tsv:2: noun has no value household")
  }

  @Test("a file with the name of no table")
  func unknownFile() throws {
    #expect(
      try mistake("phrase.tsv", "phrase\tfeatures\n")
        .hasPrefix("phrase.tsv:1: there is no table of this name; tables are: abbreviations.tsv, "))
  }

  @Test("every phrase that is compiled in has features that something knows")
  func ownPhrases() throws {
    let source = try TableSource([:])
    let dimensions = try Catalogue.dimensions(source)
    let allowed = Set(dimensions.keys)
    for row in try source.table(Catalogue.phrases, Catalogue.phraseColumns).rows {
      for feature in try Lexicon.features(row) where allowed.contains(feature.key) {
        let member = String(feature.value.filter { $0 != "~" && $0 != "+" })
        let members = dimensions[feature.key, default: []].map(\.code)
        guard feature.key != "ethnicity", member != "several" else { continue }
        #expect(members.contains(member), "phrases.tsv:\(row.line): \(feature.key)=\(member)")
      }
    }
  }

  @Test("a reading of a concept that isn't there")
  func reading() throws {
    #expect(
      try mistake("readings.tsv", "event\tnoun\tconcept\n-\tmember\tmembrs\n")
        == "readings.tsv:2: no concept membrs")
  }

  @Test("a dimension that applies to a concept that isn't there")
  func applies() throws {
    #expect(
      try mistake("applies.tsv", "dimension\tconcepts\nsex\tmembers cats\n")
        == "applies.tsv:2: no concept cats")
  }

  @Test("a phrase without a feature, a feature without a value")
  func phrase() throws {
    #expect(
      try mistake("phrases.tsv", "phrase\tfeatures\nnữ\t\n")
        == "phrases.tsv:2: phrase or features missing")
    #expect(
      try mistake("phrases.tsv", "phrase\tfeatures\nnữ\tfemale\n")
        == "phrases.tsv:2: a feature has the form key=value: female")
  }

  @Test("a repair with more words on one side")
  func repair() throws {
    #expect(
      try mistake("repairs.tsv", "wrong\tright\nchỉ bộ\tchi\n")
        == "repairs.tsv:2: both sides must have as many words")
    #expect(
      try mistake("repairs.tsv", "wrong\tright\n*\tbộ\n")
        == "repairs.tsv:2: a * row needs two words or more")
  }

  @Test("a short form of two words, or a long form of one")
  func abbreviation() throws {
    for row in ["k t\tkiểm tra", "kt\tkiểm"] {
      #expect(
        try mistake("abbreviations.tsv", "short\tlong\n" + row + "\n")
          == "abbreviations.tsv:2: a short form of one word, and a long form of two words or more")
    }
  }

  @Test("a role that the structure doesn't know")
  func structure() throws {
    #expect(
      try mistake("structure.tsv", "role\tphrase\tnote\nheadline\tBÁO CÁO\t\n")
        .hasPrefix("structure.tsv:2: unknown role “headline”"))
  }

  @Test("a citation's role that isn't one")
  func citation() throws {
    #expect(
      try mistake("citation_types.tsv", "role\twords\tcode\nkind\tchỉ thị\tCT\n")
        == "citation_types.tsv:2: the role is type, suffix, body or level")
  }

  @Test(
    "a rule with a wrong cell",
    arguments: [
      ("x\tno_such\terror\tbreakdown\t\t\tvi\ten\t", "there is no family no_such"),
      ("x\tsum_mismatch\tfatal\tbreakdown\t\t\tvi\ten\t", "fatal is no severity"),
      (
        "x\tsum_mismatch\terror\tbreakdown\t\tnever so\tvi\ten\t",
        "cannot read the condition \"never so\""
      ),
      ("x\tsum_mismatch\terror\tbreakdown\t\t\tvi\t\t", "the vi or en instruction is missing"),
      ("\tsum_mismatch\terror\tbreakdown\t\t\tvi\ten\t", "the id is missing"),
    ])
  func rule(row: String, message: String) throws {
    let header = RuleRow.columns.joined(separator: "\t") + "\n"
    #expect(try mistake("rules.tsv", header + row + "\n") == "rules.tsv:2: \(message)")
  }

  @Test("two rules of one name")
  func twice() throws {
    let header = RuleRow.columns.joined(separator: "\t") + "\n"
    let row = "x\tsum_mismatch\terror\tbreakdown\t\t\tvi\ten\t\n"
    #expect(
      try mistake("rules.tsv", header + row + row) == "rules.tsv:3: x stands on line 2 too")
  }

  @Test("lines that end as on Windows are read")
  func carriageReturn() throws {
    let catalogue = try Catalogue(replacing: ["weights.tsv": "feature\tweight\r\nnoun_right\t3\r\n"]
    )
    #expect(catalogue.weights == ["noun_right": 3])
  }

  @Test("a dimension qualifies only what the table says")
  func qualifies() throws {
    let catalogue = try Catalogue()
    #expect(catalogue.allows("status", on: "members"))
    #expect(!catalogue.allows("status", on: "admissions"))
    #expect(!catalogue.allows("reason", on: "members"))
  }
}
