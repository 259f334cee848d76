package import DocumentModel

/// What an ingest came to.
package struct IngestSummary: Sendable {
  package private(set) var tally = RunTally()
  package private(set) var files: [IngestedFile] = []
  /// Files that are no reports, passed over by name.
  package let noReports: [String]
  /// How much debris of office programs was passed over.
  package let debris: Int
  /// True where a signal ended the run before its last file.
  package var isStopped = false

  init(_ search: InputSearch) {
    noReports = search.noReports
    debris = search.debris
  }

  mutating func add(_ file: IngestedFile) {
    files.append(file)
    if let reason = file.submission.reason, file.content == nil {
      tally.add(
        InputFailure(
          file: file.submission.file, message: reason, isUnreadable: file.isUnreadable))
    } else {
      tally.addRead(worst: file.flags.keys.max())
    }
  }

  /// Takes over what became of the files in the dataset as a whole.
  mutating func resolve(_ submissions: [Submission]) {
    let byID = Dictionary(submissions.map { ($0.id, $0) }) { first, _ in first }
    for index in files.indices {
      // A path that was the submission's may have become a duplicate's, whose id is another.
      let file = files[index].submission
      let known = byID[file.id] ?? file
      if Array(known.file.utf8) == Array(file.file.utf8) {
        files[index].submission = known
      } else if let own = submissions.first(where: {
        Array($0.file.utf8) == Array(file.file.utf8) && $0.sha256 == file.sha256
      }) {
        files[index].submission = own
      }
    }
  }

  package func count(_ outcome: Submission.Outcome) -> Int {
    files.count { $0.submission.outcome == outcome }
  }

  package var unchanged: Int { files.count { !$0.isNew } }

  /// Facts of the contents offered, each content once.
  package var facts: Int { contents.reduce(0) { $0 + $1.submission.facts } }

  package func flags(_ severity: Flag.Severity) -> Int {
    contents.reduce(0) { $0 + ($1.flags[severity] ?? 0) }
  }

  private var contents: [IngestedFile] {
    var seen: Set<String> = []
    return files.filter { $0.content.map { seen.insert($0).inserted } ?? false }
  }
}
