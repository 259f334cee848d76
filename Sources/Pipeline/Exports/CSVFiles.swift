import Consolidating
import DocumentModel
import Exporting

/// The same as tables, with a data package that describes them.
struct CSVFiles {
  private let streams: ExportStreams
  private let catalogue: LoadedCatalogue

  init(_ streams: ExportStreams, catalogue: LoadedCatalogue) {
    self.streams = streams
    self.catalogue = catalogue
  }

  func write(into folder: OutputFolder) throws -> [String] {
    var rows = CSVBytes()
    func row(_ file: OutputFile, _ write: (inout CSVBytes) -> Void) throws {
      write(&rows)
      try file.write(rows.bytes)
      rows.removeAll()
    }
    return [
      try folder.write("facts.csv") { file in
        try row(file) { $0.header(CSVBytes.factColumns) }
        try streams.forEachFact { fact, submission in
          try row(file) { $0.row(fact, submission: submission, catalogue: catalogue.tables) }
        }
      },
      try folder.write("flags.csv") { file in
        try row(file) { $0.header(CSVBytes.flagColumns) }
        for (flag, submission) in try streams.flags() {
          try row(file) { $0.row(flag, submission: submission) }
        }
      },
      try folder.write("consolidated.csv") { file in
        try row(file) { $0.header(CSVBytes.cellColumns) }
        for cell in streams.consolidation.cells {
          try row(file) { $0.row(cell, catalogue: catalogue.tables) }
        }
      },
      try folder.write("submissions.csv") { file in
        try row(file) { $0.header(CSVBytes.submissionColumns) }
        for submission in streams.dataset.submissions { try row(file) { $0.row(submission) } }
      },
      try folder.write("missing.csv") { file in
        try row(file) { $0.header(CSVBytes.missingColumns) }
        for missing in streams.missing() { try row(file) { $0.row(missing) } }
      },
      try folder.write("datapackage.json") { try $0.write(DataPackage().bytes) },
    ]
  }
}
