/// Tells e-mail from text by its first lines.
enum MailHead {
  private static let fields = [
    "received:", "return-path:", "delivered-to:", "message-id:", "mime-version:", "from:", "to:",
    "subject:", "date:", "x-", "content-type:", "dkim-signature:", "reply-to:", "cc:",
  ]

  /// True where the first lines are fields of a mail's head, one of which only mail has.
  static func begins(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(8000), as: UTF8.self).lowercased()
    let lines = head.split(whereSeparator: \.isNewline).prefix(60)
    guard let first = lines.first, fields.contains(where: first.hasPrefix) else { return false }
    return lines.contains { line in
      ["mime-version:", "message-id:", "return-path:"].contains { line.hasPrefix($0) }
    }
  }
}
