import CSodium

/// SHA-256, the identity of content.
enum ContentHash {
  /// Lower-case hexadecimal, 64 digits.
  static func sha256(_ bytes: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0xF)]] }, as: UTF8.self)
  }

  /// The id of a submission: from its content, so that it is the same wherever the file lies.
  static func submissionID(sha256: String) -> String { "s" + sha256.prefix(16) }

  /// The id of one path of a content: for duplicates and failures, of which a content may have
  /// several.
  static func offerID(sha256: String, file: String) -> String {
    "o" + self.sha256(Array((sha256 + ":" + file).utf8)).prefix(16)
  }
}
