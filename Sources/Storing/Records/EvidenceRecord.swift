import DocumentModel

/// What a report says of itself, as JSON in one column.
struct EvidenceRecord: Codable, Hashable {
  var unit: String?
  var parent: String?
  var title: String?
  var recipient: String?
  var topic: String
  var isReplacement: Bool
  var replaces: [String]

  init(_ evidence: ReportEvidence) {
    unit = evidence.unit
    parent = evidence.parent
    title = evidence.title
    recipient = evidence.recipient
    topic = evidence.topic
    isReplacement = evidence.isReplacement
    replaces = evidence.replaces
  }

  var evidence: ReportEvidence {
    ReportEvidence(
      unit: unit, parent: parent, title: title, recipient: recipient, topic: topic,
      isReplacement: isReplacement, replaces: replaces)
  }
}
