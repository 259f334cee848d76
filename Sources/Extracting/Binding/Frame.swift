import DocumentModel

/// The aspects that a level of the document (heading, list item, sentence, clause) hands down.
struct Frame {
  var event: String?
  var noun: String?
  var concept: String?
  var dimensions: [String: String] = [:]
  var entity: Entity?
  var time: TimeMention?
  var nature: Fact.Nature?
  /// Which ladder "sơ cấp, trung cấp, cao cấp" are on: `theory`, `qualification`.
  var scale: String?
  /// Dimensions that reach the rest of the sentence and the next: activity, conductor, subject, course.
  var carried: [String: String] = [:]
  /// Index of the fact that parts below refer to.
  var whole: Int?
  /// True where the text says that the parts are all ("gồm").
  var isComplete = false
  /// True behind "trong đó", "gồm", a colon.
  var opensParts = false
  /// The type of organisation that a bare "chi bộ" further on means.
  var orgType: String?
  /// True where a block without figures names a dimension for the items below it.
  var handsDown = false
  /// A day in parentheses, which dates stocks beside it: "(31/12/2025)".
  var day: TimeMention?
  /// The clause that such a day dates.
  var dayClause = -1
  /// The time in force before the parts of a list brought their own.
  var timeOfWhole: TimeMention?
  /// Clause that said "bình quân".
  var averages: Int?
  /// The years for which each item below has its figures, in their order: "qua các năm 2021, 2022 và
  /// 2023 lần lượt như sau:".
  var series: [Int] = []
  /// What the members are that a heading is about ("Đảng viên được miễn sinh hoạt đảng"); nil below
  /// any other heading.
  var topic: [String: String]?
  /// True below "Chia theo chủ thể:": the items name the bodies that acted.
  var isRegrouped = false
  /// The sector that the section has named last ("khối trường học").
  var sector: String?
  /// True below a heading about results.
  var isReview = false
  /// "mỗi năm".
  var per: String?

  /// Level the frame comes from, for evidence and scoring.
  var level = "document"
}

/// What was decided for one numeral.
struct Reading {
  var concept: String
  var event: String?
  var noun: String?
  var dimensions: [String: String]
  var own: [String: String]
  var score: Int
  var source: String
  /// How far the best candidate led the next that means something else; nil where there was no choice.
  var lead: Int?
  /// Words beside the numeral that no table knows.
  var unknownWords = 0
  /// Where its time comes from: beside it, the sentence, the heading, the report.
  var timeSource = "report"

  /// How many members there are, by the sentence rather than by a word for them.
  static let members = Reading(
    concept: "members", event: nil, noun: "member", dimensions: [:], own: [:], score: 6,
    source: "composed")
}
