import DocumentModel

/// What a broken relation says: the numbers behind it, and the sentence.
struct Finding {
  var observed: ExactDecimal?
  var expected: ExactDecimal?
  var arithmetic: Message
}
