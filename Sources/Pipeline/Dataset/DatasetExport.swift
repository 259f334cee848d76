import Consolidating
import DocumentModel
import Exporting
import Storing

/// Writes a dataset's streams into a folder; equal datasets give equal bytes.
package struct DatasetExport: Sendable {
  package enum Format: String, Sendable, CaseIterable { case csv, ndjson }

  private let location: DatasetLocation
  private let catalogue: LoadedCatalogue

  /// Makes an export.
  ///
  /// - Throws: `CatalogueFailure`.
  package init(of location: DatasetLocation, catalogue: String?) throws(CatalogueFailure) {
    self.location = location
    self.catalogue = try LoadedCatalogue(replacing: catalogue)
  }

  /// Writes the files; each appears whole or not at all.
  ///
  /// - Parameters:
  ///   - format: of all files.
  ///   - folder: is made where it does not exist.
  /// - Returns: the paths written.
  /// - Throws: `DatasetFailure`.
  package func run(_ format: Format, to folder: String) throws -> [String] {
    do {
      let dataset = try Dataset(path: location.path, creates: false, wait: location.wait)
      let folder = try OutputFolder(folder)
      return try dataset.read { snapshot in
        switch format {
        case .csv: return try csv(snapshot, into: folder)
        case .ndjson: return try ndjson(snapshot, into: folder)
        }
      }
    } catch let error as DatasetError {
      throw DatasetFailure(error)
    }
  }

  private func ndjson(_ snapshot: DatasetSnapshot, into folder: OutputFolder) throws -> [String] {
    var json = JSONBytes()
    func line(_ file: OutputFile, _ write: (inout JSONBytes) -> Void) throws {
      write(&json)
      json.endLine()
      try file.write(json.bytes)
      json.removeAll()
    }
    return [
      try folder.write("facts.ndjson") { file in
        try snapshot.forEachFact { fact, submission in
          try line(file) { $0.value(fact, submission: submission) }
        }
      },
      try folder.write("flags.ndjson") { file in
        try snapshot.forEachFlag { flag, submission in
          try line(file) { $0.value(flag, submission: submission) }
        }
      },
      try folder.write("consolidated.ndjson") { file in
        for cell in try cells(of: snapshot) { try line(file) { $0.value(cell) } }
      },
      try folder.write("submissions.ndjson") { file in
        for submission in try snapshot.submissions() { try line(file) { $0.value(submission) } }
      },
    ]
  }

  private func csv(_ snapshot: DatasetSnapshot, into folder: OutputFolder) throws -> [String] {
    var rows = CSVBytes()
    func row(_ file: OutputFile, _ write: (inout CSVBytes) -> Void) throws {
      write(&rows)
      try file.write(rows.bytes)
      rows.removeAll()
    }
    return [
      try folder.write("facts.csv") { file in
        try row(file) { $0.header(CSVBytes.factColumns) }
        try snapshot.forEachFact { fact, submission in
          try row(file) { $0.row(fact, submission: submission, catalogue: catalogue.tables) }
        }
      },
      try folder.write("flags.csv") { file in
        try row(file) { $0.header(CSVBytes.flagColumns) }
        try snapshot.forEachFlag { flag, submission in
          try row(file) { $0.row(flag, submission: submission) }
        }
      },
      try folder.write("consolidated.csv") { file in
        try row(file) { $0.header(CSVBytes.cellColumns) }
        for cell in try cells(of: snapshot) {
          try row(file) { $0.row(cell, catalogue: catalogue.tables) }
        }
      },
      try folder.write("submissions.csv") { file in
        try row(file) { $0.header(CSVBytes.submissionColumns) }
        for submission in try snapshot.submissions() { try row(file) { $0.row(submission) } }
      },
    ]
  }

  private func cells(of snapshot: DatasetSnapshot) throws -> [ConsolidatedCell] {
    var consolidator = Consolidator()
    try snapshot.forEachFact(acceptedOnly: true) { fact, _ in consolidator.add(fact) }
    return consolidator.cells()
  }
}
