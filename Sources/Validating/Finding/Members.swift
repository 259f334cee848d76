/// The members that a figure has of its dimensions, in the order of the dimensions' codes.
///
/// Figures have few; looking for wholes makes such lists by the ten thousand, and an array is copied
/// and compared at a fraction of what a dictionary costs.
struct Members: Equatable, RandomAccessCollection, ExpressibleByDictionaryLiteral {
  private var pairs: [(key: String, value: String)]

  init(_ members: [String: String]) { pairs = members.sorted { $0.key < $1.key } }

  init(dictionaryLiteral elements: (String, String)...) {
    self.init(Dictionary(uniqueKeysWithValues: elements))
  }

  var startIndex: Int { 0 }
  var endIndex: Int { pairs.count }
  subscript(position: Int) -> (key: String, value: String) { pairs[position] }

  /// The dimensions, in order.
  var keys: [String] { pairs.map(\.key) }

  /// The member of a dimension; nil where there is none, and to take it away.
  subscript(dimension: String) -> String? {
    get { pairs.first { $0.key == dimension }?.value }
    set {
      let position = pairs.firstIndex { dimension <= $0.key } ?? pairs.count
      let isThere = position < pairs.count && pairs[position].key == dimension
      switch (newValue, isThere) {
      case (let member?, true): pairs[position].value = member
      case (let member?, false): pairs.insert((dimension, member), at: position)
      case (nil, true): pairs.remove(at: position)
      case (nil, false): break
      }
    }
  }

  static func == (left: Members, right: Members) -> Bool {
    left.pairs.count == right.pairs.count
      && left.pairs.indices.allSatisfy { left.pairs[$0] == right.pairs[$0] }
  }
}
