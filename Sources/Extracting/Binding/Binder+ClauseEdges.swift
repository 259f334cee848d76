import Catalogue
import DocumentModel

/// What a clause leaves behind and what the next one takes up.
extension Binder {
  /// The last count, or the sentence's own where that one only compares: "Trao 66 Huy hiệu, hơn cùng kỳ
  /// 07 (59 huy hiệu): loại 30 năm 21 …".
  var countOfReport: Int? {
    guard let last = lastCountFact, factsBeforeSentence <= last else { return lastCountFact }
    let change = facts[factsBeforeSentence...last].firstIndex {
      $0.statistic == .growth && $0.concept == facts[last].concept
    }
    guard let change, change > factsBeforeSentence else { return last }
    return facts[factsBeforeSentence..<change].lastIndex {
      $0.statistic == .total && $0.unit == facts[last].unit && $0.concept == facts[last].concept
        && $0.nature == .actual
    } ?? last
  }

  /// True where the item of a running list before `index` first gave a figure of the list's own time
  /// and then named an earlier one to compare it with.
  func leftItsTime(before index: Int) -> Bool {
    guard index > 0, let end = frame.time?.flow?.end ?? frame.time?.stock,
      let start = (listTime?.flow ?? base.time?.flow ?? calendar.period)?.start, end < start
    else { return false }
    var first = index
    while first > 0, clauses[first - 1].sentence == clauses[index].sentence,
      first == index || clauses[first].opener != ";"
    {
      first -= 1
    }
    let items = clauses[first].items.lowerBound..<clauses[index].items.lowerBound
    guard let named = items.first(where: { self.items[$0].time != nil }),
      let told = items.first(where: { self.items[$0].numeral != nil })
    else { return false }
    return told < named && factsOfItem[told] != nil
  }

  /// "512 đảng viên; số ra khỏi Đảng (03 đồng chí) chưa giảm": the figure in the parentheses before is of
  /// what stands before them.
  func namesInside(_ index: Int) -> Bool {
    guard let inside = lastFact, facts[inside].context.sentence == clauses[index].sentence,
      let own = readings[inside]?.event,
      let outer = clauses[..<index].last(where: { $0.depth == clauses[index].depth }),
      outer.sentence == clauses[index].sentence, outer.numerals.isEmpty
    else { return false }
    return outer.items.contains { items[$0].has("event", own) }
  }

  /// True where what the clause before says is of another year.
  func namesAnotherYear(before index: Int, _ time: TimeMention) -> Bool {
    index > 0
      && clauses[index - 1].items.contains {
        guard let other = items[$0].time, other.isOneYear else { return false }
        return other.flow != time.flow
      }
  }
}
