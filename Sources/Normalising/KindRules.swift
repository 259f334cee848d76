import Catalogue
import DocumentModel

/// Tells what a block is: heading, paragraph or list item.
struct KindRules {
  let draft: Draft
  let isDoubleSpaced: Bool
  let rules: HeadingRules

  init(draft: Draft, isDoubleSpaced: Bool) {
    self.draft = draft
    self.isDoubleSpaced = isDoubleSpaced
    rules = HeadingRules(draft: draft)
  }

  /// What a block is, from its whole text.
  func kind(of block: OpenBlock) -> Block.Kind {
    guard block.kind == .numbered, let marker = block.marker else {
      return block.kind == .heading ? .heading : .paragraph
    }
    guard let text = block.text else { return marker.isBullet ? .listItem : .heading }
    let isHashed = block.rows.first.map { draft.hashes[$0] > 0 } ?? false
    switch marker.kind {
    case .part: return .heading
    case .capital, .roman:
      let isLong = text.count > 400 || rules.hasBreakInside(text) && !rules.isAllCaps(text)
      return isLong && !isHashed ? .listItem : .heading
    case .decimal:
      return isHashed || rules.isTitleLike(text, limit: 300) ? .heading : .listItem
    case .small:
      let ending = Sentence.ending(draft.bytes, text)
      return rules.isTitleLike(text, limit: 160) && ending == .open ? .heading : .listItem
    case .closed, .enclosed, .bullet: return .listItem
    }
  }

  /// A heading without a number: hashed, bold, in capitals, or a short line alone between blanks.
  func isPlainHeading(_ index: Int, _ text: Range<Int>, afterGap: Bool) -> Bool {
    if draft.hashes[index] > 0 { return text.count <= 400 }
    guard rules.isTitleLike(text, limit: 240) else { return false }
    if draft.rows[index].isAllCaps { return text.count >= 6 }
    if draft.isBold[index] { return true }
    guard afterGap, text.count <= 160, isFollowedByBlank(index),
      Sentence.ending(draft.bytes, text) == .open,
      draft.words.prefix(.salutation, of: draft.folded(row: index, limit: 40)) == nil,
      draft.words.prefix(.note, of: draft.folded(row: index, limit: 40)) == nil
    else { return false }
    guard let next = draft.neighbour(of: index, step: 1), draft.rows[next].role == .body else {
      return false
    }
    let below = draft.text(ofRow: next)
    let opening = Sentence.opening(draft.bytes, below)
    return opening == .capital || opening == .digit || draft.marker(at: below) != nil
  }

  private func isFollowedByBlank(_ index: Int) -> Bool {
    index + 1 < draft.rows.count && draft.rows[index + 1].isBlank && !isDoubleSpaced
  }
}
