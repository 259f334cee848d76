import Consolidating
import DocumentModel
import Exporting

/// The contract's streams, a record a line.
struct NDJSONFiles {
  private let streams: ExportStreams

  init(_ streams: ExportStreams) { self.streams = streams }

  func write(into folder: OutputFolder) throws -> [String] {
    var json = JSONBytes()
    func line(_ file: OutputFile, _ write: (inout JSONBytes) -> Void) throws {
      write(&json)
      json.endLine()
      try file.write(json.bytes)
      json.removeAll()
    }
    return [
      try folder.write("facts.ndjson") { file in
        try streams.forEachFact { fact, submission in
          try line(file) { $0.value(fact, submission: submission) }
        }
      },
      try folder.write("flags.ndjson") { file in
        for (flag, submission) in try streams.flags() {
          try line(file) { $0.value(flag, submission: submission) }
        }
      },
      try folder.write("consolidated.ndjson") { file in
        for cell in streams.consolidation.cells { try line(file) { $0.value(cell) } }
      },
      try folder.write("submissions.ndjson") { file in
        for submission in streams.dataset.submissions { try line(file) { $0.value(submission) } }
      },
      try folder.write("missing.ndjson") { file in
        for missing in streams.missing() { try line(file) { $0.value(missing) } }
      },
    ]
  }
}
