import Reading

/// Ids that depend on content and path alone, so that every dataset gives the same.
enum SubmissionID {
  /// The id of a content, wherever its file lies.
  static func content(sha256: String) -> String { "s" + sha256.prefix(16) }

  /// The id of one path of a content: for duplicates and failures, of which it may have several.
  static func offer(sha256: String, file: String) -> String {
    "o" + ContentHash.sha256(of: Array((sha256 + ":" + file).utf8)).prefix(16)
  }
}
