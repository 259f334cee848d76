import Foundation

/// A hand-made gold file, as the contract's ANNOTATING.md describes it.
struct GoldFile: Decodable {
  var file: String
  var facts: [GoldFact]
  var flags: [GoldFlag]?

  struct GoldFact: Decodable {
    var line: Int
    var text: String
    var nth: Int?
    var concept: String
    var value: Double
    var upper: Double?
    var unit: String?
    var qualifier: String?
    var nature: String?
    var statistic: String?
    var per: String?
    var of: GoldWhole?
    var base: GoldBase?
    var entity: GoldEntity?
    var period: GoldPeriod?
    var dimensions: [String: String]?
    var optional: Bool?
  }

  struct GoldWhole: Decodable {
    var concept: String?
    var dimensions: [String: String]?
    var nature: String?
    var period: GoldPeriod?
    var noun: String?
  }

  struct GoldBase: Decodable {
    var period: GoldPeriod?
  }

  struct GoldPeriod: Decodable {
    var instant: String?
    var start: String?
    var end: String?
  }

  /// A name, or several that a reader may choose from.
  enum GoldEntity: Decodable {
    case name(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let name = try? container.decode(String.self) {
        self = .name(name)
      } else {
        self = .name(try container.decode([String].self).first ?? "")
      }
    }
  }

  struct GoldFlag: Decodable {
    var rule: String
    var severity: String
    var lines: [Int]
    var texts: [String]
    var optional: Bool?
  }
}
