import Catalogue
import DocumentModel

extension ExtractionRun {
  mutating func finished() -> Extraction {
    let order = facts.indices.sorted {
      (facts[$0].source.start, $0) < (facts[$1].source.start, $1)
    }
    var place = [Int](repeating: 0, count: facts.count)
    for (new, old) in order.enumerated() { place[old] = new }
    var sorted = order.map { facts[$0] }
    let moved = merged(links).map { link -> FactLink in
      switch link {
      case .breakdown(let whole, let parts, let complete):
        return .breakdown(whole: place[whole], parts: parts.map { place[$0] }, complete: complete)
      case .share(let percent, let part, let whole):
        return .share(
          percent: place[percent], part: part.map { place[$0] }, whole: whole.map { place[$0] })
      case .growth(let change, let current, let earlier):
        return .growth(
          change: place[change], current: current.map { place[$0] },
          earlier: earlier.map { place[$0] })
      case .average(let mean, let total):
        return .average(mean: place[mean], total: place[total])
      }
    }
    let certainty = Certainty(
      catalogue: catalogue, unit: unit, calendar: calendar, facts: sorted,
      readings: Dictionary(uniqueKeysWithValues: readings.map { (place[$0.key], $0.value) }),
      links: moved)
    for (index, confidence) in certainty.confidences().enumerated() {
      sorted[index].confidence = confidence
    }
    if keepsGrounds {
      for (index, grounds) in certainty.grounds().enumerated() {
        sorted[index].context.grounds = grounds
      }
    }
    var seen: Set<String> = []
    for index in sorted.indices {
      var id = FactIdentity.id(of: sorted[index], sha256: document.sha256)
      var copy = 1
      while !seen.insert(id).inserted {
        copy += 1
        id = FactIdentity.id(of: sorted[index], sha256: document.sha256 + ":\(copy)")
      }
      sorted[index].id = id
    }
    let entries = ledger.finished(document: document) { old in sorted[place[old]].id }
    return Extraction(
      header: header, facts: sorted, ledger: entries, links: moved, citations: citations,
      dates: dates)
  }

  /// False for parts of different kinds: "- Hình thức: khiển trách 8, cảnh cáo 4" and "- Cấp quyết định:
  /// huyện ủy 5, chi bộ 7" each divide the whole.
  private func isOneList(_ left: Int, _ right: Int) -> Bool {
    let a = Set(readings[left]?.own.keys.map { $0 } ?? [])
    let b = Set(readings[right]?.own.keys.map { $0 } ?? [])
    return a.isEmpty || b.isEmpty || !a.isDisjoint(with: b)
  }

  /// Joins what one figure's share and fraction say ("6.798/7.620 chiếm 89,2%"), and the items of
  /// one list, each of which was read for itself.
  func merged(_ links: [FactLink]) -> [FactLink] {
    var fractions: [Int: Int] = [:]
    for case .share(let percent, let part?, let whole?) in links where percent < 0 {
      fractions[part] = whole
    }
    var result: [FactLink] = []
    // where the complete list of a whole stands in `result`
    var lists: [Int: Int] = [:]
    for link in links {
      if case .breakdown(let whole, let parts, true) = link {
        if let at = lists[whole], case .breakdown(_, let before, _) = result[at],
          isOneList(before[0], parts[0])
        {
          result[at] = .breakdown(whole: whole, parts: before + parts, complete: true)
        } else {
          lists[whole] = result.count
          result.append(link)
        }
      } else if case .share(let percent, let part, let whole) = link {
        if percent < 0 { continue }
        result.append(
          .share(percent: percent, part: part, whole: whole ?? part.flatMap { fractions[$0] }))
      } else {
        result.append(link)
      }
    }
    return result
  }
}
