import DocumentModel
import Foundation
import TestSupport

@testable import Validating

/// What a reading that went wrong does to figures.
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
