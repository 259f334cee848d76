import CSodium

/// The identity of a file's content.
package enum ContentHash {
  /// Returns the SHA-256 of bytes in lower-case hexadecimal.
  package static func sha256(of bytes: [UInt8]) -> String {
    // Safe to call any number of times and from any thread.
    _ = sodium_init()
    var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    _ = crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(digest.count * 2)
    for byte in digest {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 0x0F)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
