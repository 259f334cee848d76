/// The levels of list items, from their signs and their indentation together.
struct ListNesting {
  private var stack: [(kind: Marker.Kind, rank: Int, indent: Int)] = []
  /// True where a paragraph stands between the last item and the next.
  private var isInterrupted = false

  /// A heading ends all lists.
  mutating func reset() {
    stack = []
    isInterrupted = false
  }

  mutating func interrupt() { isInterrupted = true }

  /// The level of the next item, from 0.
  mutating func level(of marker: Marker, indent: Int) -> Int {
    defer { isInterrupted = false }
    if let position = stack.lastIndex(where: { $0.kind == marker.kind }) {
      let difference = indent - stack[position].indent
      if abs(difference) <= 1 {
        stack.removeLast(stack.count - position - 1)
        return position
      }
      while let last = stack.last, last.indent > indent + 1 { stack.removeLast() }
      if let last = stack.last, last.kind == marker.kind, abs(last.indent - indent) <= 1 {
        return stack.count - 1
      }
    } else {
      if isInterrupted { stack = [] }
      while let last = stack.last, !nests(marker, indent: indent, below: last) {
        stack.removeLast()
      }
    }
    stack.append((marker.kind, marker.rank, indent))
    return stack.count - 1
  }

  /// A sign not seen yet opens a list inside the item before it, unless it is of a higher rank
  /// ("1." after "-") or stands further left.
  private func nests(
    _ marker: Marker, indent: Int, below last: (kind: Marker.Kind, rank: Int, indent: Int)
  ) -> Bool {
    if indent > last.indent + 1 { return true }
    if indent < last.indent - 1 { return false }
    return marker.rank > last.rank || marker.rank == last.rank && marker.isBullet
  }
}
