import DocumentModel

/// What a figure is of: all its aspects but the value.
///
/// Equal keys are the same figure.
struct AspectKey: Hashable {
  var concept: String
  var unit: String
  var nature: Fact.Nature
  var statistic: Fact.Statistic
  var per: String?
  /// Interned, see `FactIndex.entity`.
  var entity: Int
  var period: Period?
  var dimensions: Members

  /// Of what tells keys apart at little cost; keys are looked up by the ten thousand.
  func hash(into hasher: inout Hasher) {
    hasher.combine(concept)
    hasher.combine(entity)
    hasher.combine(period?.end)
    var sum = 0
    for (dimension, member) in dimensions {
      sum = sum &* 31 &+ (dimension.utf8.count << 8 | member.utf8.count)
    }
    hasher.combine(sum)
  }

  func with(_ dimension: String, _ member: String?) -> AspectKey {
    var other = self
    other.dimensions[dimension] = member
    return other
  }

  func with(period: Period?) -> AspectKey {
    var other = self
    other.period = period
    return other
  }

  func with(concept: String, unit: String? = nil) -> AspectKey {
    var other = self
    other.concept = concept
    if let unit { other.unit = unit }
    return other
  }
}
