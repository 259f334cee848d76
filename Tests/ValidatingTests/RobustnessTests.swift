import DocumentModel
import Foundation
import Testing

@testable import Validating

/// Prints, when `TONGHOP_NOISE` is set, how many false alarms damaged extractions give.
@Suite struct RobustnessTests {
  @Test func noise() throws {
    guard ProcessInfo.processInfo.environment["TONGHOP_NOISE"] != nil else { return }
    let documents = try Corpus.golds().map { try Corpus.read($0) }
    for kind in Damage.allCases {
      var alarms = 0
      var raised = 0
      var total = 0
      var shown: [String] = []
      for seed in 0..<3 {
        for (gold, extraction) in documents {
          var random = SplitMix(state: UInt64(seed * 7919 + 13))
          let damaged = kind.apply(extraction, &random)
          let flags = try Corpus.flags(damaged, gold.file)
          let wanted = gold.flags ?? []
          for flag in flags where flag.severity != .info {
            let touches = wanted.contains { $0.touches(flag) }
            if !touches {
              alarms += 1
              shown.append(
                "\(gold.file) \(flag.rule) \(flag.message.vi.prefix(90)) \(flag.sources.map(\.line))"
              )
            }
          }
          for want in wanted where want.optional != true && want.severity != "info" {
            total += 1
            if flags.contains(where: { want.touches($0) }) { raised += 1 }
          }
        }
      }
      print(
        "NOISE \(kind): \(raised)/\(total) raised, \(alarms) false alarms in \(documents.count * 3)"
      )
      for line in shown.prefix(12) { print("   ", line) }
    }
  }

  @Test func slips() throws {
    guard ProcessInfo.processInfo.environment["TONGHOP_SLIPS"] != nil else { return }
    var made: [SlipKind: Int] = [:]
    var seen: [SlipKind: Int] = [:]
    var first: [SlipKind: Int] = [:]
    var offered: [SlipKind: Int] = [:]
    var misses: [String] = []
    for url in Corpus.golds() {
      let (gold, extraction) = try Corpus.read(url)
      var random = SplitMix(state: 42)
      let before = Set(try Corpus.flags(extraction, gold.file).map(\.id))
      for kind in SlipKind.allCases {
        for _ in 0..<6 {
          guard let (damaged, figure) = kind.apply(extraction, &random) else { continue }
          made[kind, default: 0] += 1
          let start = extraction.facts[figure].source.start
          let flags = try Corpus.flags(damaged, gold.file).filter {
            !before.contains($0.id) && $0.severity != .info
          }
          let hits = flags.filter { flag in flag.sources.contains { $0.start == start } }
          guard !hits.isEmpty else {
            misses.append(
              "\(gold.file) \(kind) line \(extraction.facts[figure].source.line) \(extraction.facts[figure].source.text)→\(damaged.facts[figure].value) \(extraction.facts[figure].concept) \(extraction.facts[figure].dimensions)"
            )
            continue
          }
          seen[kind, default: 0] += 1
          func restores(_ suggestion: Suggestion) -> Bool {
            suggestion.edits.contains { edit in
              guard edit.source.start == start, case .number(let value) = edit.value else {
                return false
              }
              return value == extraction.facts[figure].value
            }
          }
          if hits.contains(where: { $0.suggestion.map(restores) ?? false }) {
            first[kind, default: 0] += 1
          }
          if hits.contains(where: {
            ([$0.suggestion].compactMap { $0 } + $0.alternatives).contains(where: restores)
          }) {
            offered[kind, default: 0] += 1
          }
        }
      }
    }
    for kind in SlipKind.allCases {
      print(
        "SLIP \(kind): made \(made[kind] ?? 0) detected \(seen[kind] ?? 0) first \(first[kind] ?? 0) offered \(offered[kind] ?? 0)"
      )
    }
    for miss in misses.shuffled().prefix(60) { print("   ", miss) }
  }
}

struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension GoldFile.GoldFlag {
  func touches(_ flag: Flag) -> Bool {
    flag.sources.contains { lines.contains($0.line) }
      && flag.sources.contains { texts.contains($0.text) }
  }
}

enum Damage: CaseIterable {
  case none, noLinks, fewerFacts, lostDimension, wrongPeriod, noPeriod, oneBlock, ownBlocks, noOf,
    wrongConcept

  func apply(_ extraction: Extraction, _ random: inout SplitMix) -> Extraction {
    var damaged = extraction
    switch self {
    case .none: break
    case .noLinks: damaged.links = []
    case .fewerFacts:
      let kept = extraction.facts.indices.filter { _ in
        Int.random(in: 0..<100, using: &random) >= 15
      }
      damaged.facts = kept.map { extraction.facts[$0] }
      let place = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
      damaged.links = extraction.links.compactMap { link in
        switch link {
        case .breakdown(let whole, let parts, let complete):
          guard let whole = place[whole] else { return nil }
          let all = parts.compactMap { place[$0] }
          return all.count == parts.count
            ? .breakdown(whole: whole, parts: all, complete: complete) : nil
        case .share(let percent, let part, let whole):
          guard let percent = place[percent] else { return nil }
          return .share(
            percent: percent, part: part.flatMap { place[$0] }, whole: whole.flatMap { place[$0] })
        default: return nil
        }
      }
    case .lostDimension, .wrongPeriod, .noPeriod, .noOf, .wrongConcept:
      for index in damaged.facts.indices where Int.random(in: 0..<100, using: &random) < 5 {
        switch self {
        case .lostDimension:
          if let name = damaged.facts[index].dimensions.keys.sorted().randomElement(using: &random)
          {
            damaged.facts[index].dimensions[name] = nil
          }
        case .wrongPeriod:
          damaged.facts[index].period = damaged.facts.randomElement(using: &random)?.period
        case .noPeriod: damaged.facts[index].period = nil
        case .noOf: damaged.facts[index].of = nil
        default:
          if let other = damaged.facts.randomElement(using: &random),
            other.unit == damaged.facts[index].unit
          {
            damaged.facts[index].concept = other.concept
          }
        }
      }
    case .oneBlock: for index in damaged.facts.indices { damaged.facts[index].context.block = 0 }
    case .ownBlocks:
      for index in damaged.facts.indices { damaged.facts[index].context.block = index }
    }
    return damaged
  }
}

enum SlipKind: CaseIterable {
  case transposed, digit, dropped, added, comma, swapped

  func apply(_ extraction: Extraction, _ random: inout SplitMix) -> (Extraction, Int)? {
    var damaged = extraction
    for _ in 0..<200 {
      guard let index = damaged.facts.indices.randomElement(using: &random) else { return nil }
      let fact = damaged.facts[index]
      guard fact.upper == nil, fact.qualifier == .exact, fact.nature == .actual,
        fact.source.text.contains(where: \.isNumber), fact.value.mantissa > 0,
        !damaged.facts.contains(where: { $0.source.start == fact.source.start && $0.id != fact.id })
      else { continue }
      let scale = fact.decimals
      let mantissa = Int(fact.value.mantissa) * Int(powerOfTen(scale - fact.value.scale))
      var digits = Array(String(mantissa))
      switch self {
      case .transposed:
        guard digits.count >= 2 else { continue }
        let at = Int.random(in: 0..<digits.count - 1, using: &random)
        digits.swapAt(at, at + 1)
        if digits[0] == "0" { continue }
      case .digit:
        let at = Int.random(in: 0..<digits.count, using: &random)
        guard let new = "123456789".randomElement(using: &random) else { continue }
        digits[at] = new
      case .dropped:
        guard digits.count >= 2 else { continue }
        digits.remove(at: Int.random(in: 0..<digits.count, using: &random))
      case .added:
        guard digits.count >= 2 else { continue }
        let at = Int.random(in: 0..<digits.count, using: &random)
        digits.insert(digits[at], at: at)
      case .comma:
        guard scale > 0 else { continue }
        damaged.facts[index].value = ExactDecimal(Int64(mantissa), scale: scale + 1)
        damaged.facts[index].decimals = scale + 1
        return (damaged, index)
      case .swapped:
        guard index + 1 < damaged.facts.count,
          damaged.facts[index + 1].source.line == fact.source.line,
          damaged.facts[index + 1].unit == fact.unit, damaged.facts[index + 1].value != fact.value,
          damaged.facts[index + 1].nature == .actual
        else { continue }
        damaged.facts[index].value = damaged.facts[index + 1].value
        damaged.facts[index + 1].value = fact.value
        return (damaged, index)
      }
      guard let value = Int64(String(digits)), value != Int64(mantissa) else { continue }
      damaged.facts[index].value = ExactDecimal(value, scale: scale)
      return (damaged, index)
    }
    return nil
  }
}
